/* With parts by others; their names and licences: /vendor/licences.txt */
import{$a as je,A as Y,Ab as N,Ba as d,Ca as Ke,Da as ft,Db as Mt,E as st,Ea as $t,Eb as It,Ga as ht,Ha as g,I as _e,Ia as wt,J as nt,Ja as be,K as Ue,Ka as M,L as ae,La as bt,M as rt,N as ie,Na as X,P as at,U as it,Ua as oe,Va as C,Wa as Re,Xa as gt,Y as le,Z as lt,Za as yt,_a as kt,aa as ce,ab as vt,ba as Se,bb as _t,ca as q,cb as Ee,db as St,ea as ze,eb as xt,fa as xe,fb as At,g as $,ga as Ae,gb as Ct,h as _,ha as ct,hb as Tt,i as te,ia as Ce,ib as Wt,j as S,ja as pe,jb as Rt,ka as T,kb as K,lb as ue,m as Z,ob as Q,pb as ge,qb as V,ra as Te,rb as Oe,s as n,sa as pt,sb as me,ta as ut,tb as Et,ua as We,ub as de,vb as Me,w as ot,x as ve,xa as mt,y as e,ya as dt,z as U,za as Be,zb as Ot}from"./chunk-3O273FLN.js";function Gn({timeline:t,message:o,my_id:s,takes_focus:r,on_done:a,on_new:i}){let l=d(),{message_id:c}=o,p=No(o),[u,m]=$(()=>{let H=l.drafts.readChange(s,t.room_id);return H?.message_id===c?H:{message_id:c,body:o.body,...p}}),[f,h]=$(""),[w,A]=$(!1),[v,b]=$(!1),y=S(null),{body:k,warning:x,topics:W}=u;function O(H){let we={...u,...H};m(we),l.drafts.keepChange(s,t.room_id,we)}let B=Rt({warning:x,topics:W},O);function P(){l.drafts.keepChange(s,t.room_id,null),a()}async function z(){if(v||!k.trim()||St(k))return;let H=Ct(k),we=Pt(p,u);if(H===o.body&&we)return P();y.current=H,b(!0),h("");let He=await l.act.edit(c,H,we?null:{warning:x,topics:W});if(b(!1),He.ok)return P();He.error.code==="edit_window_over"&&A(!0),h(Do(He.error,l.now()))}let G=y.current!==null&&o.body===y.current;return _(()=>{G&&f&&Pt(p,u)&&P()},[G,f]),n`
<form
class="composer editing"
data-region
onSubmit=${H=>{H.preventDefault(),z()}}
>
<${Wt}
words=${e("Changing your message")}
cancel=${e("Leave it as it was")}
on_cancel=${P}
/>
${B.strip}
<div class="compose-row">
<${xt}
label=${e("Your message")}
value=${k}
focus=${r}
target
people=${()=>kt(t,s)}
on_words=${H=>O({body:H})}
on_send=${()=>{z()}}
on_escape=${P}
/>
<${Tt} body=${k} busy=${v} words=${e("Save")} />
</div>
<${At} value=${k} />
${f&&n`<p class="problem" role="alert">${f}</p>`}
${w&&n`<button
type="button"
class="quiet"
onClick=${()=>{i(k),P()}}
>
${e("Write it as a new message")}
</button>`}
<div class="compose-foot">
${B.add}
</div>
</form>
${B.form}
`}function No({warning:t,topics:o}){return{warning:t??"",topics:o??[]}}function Pt(t,o){return t.warning===o.warning&&String(t.topics)===String(o.topics)}function Do(t,o){return t.code!=="offline"&&t.code!=="no_answer"?T(t,o):e("Not changed yet: you are offline just now. Your words are kept here.")}var Nt=Object.freeze({circle:[["glow faint","M22 92a78 20 0 1 0 156 0a78 20 0 1 0-156 0"],["near","M92 84h16l4 22H88z"],["glow","M93 84V74a7 7 0 0 1 14 0v10z"],["deep","M52 74a10 10 0 1 0-.1 0M32 106c0-22 8-30 20-30s20 10 20 30zM148 74a10 10 0 1 0-.1 0M128 106c0-22 8-30 20-30s20 10 20 30z"],["far","M76 62a8 8 0 1 0-.1 0M62 90c0-19 5-26 14-26s14 8 14 22c-6 4-20 6-28 4M124 62a8 8 0 1 0-.1 0M110 86c0-16 5-22 14-22s14 7 14 26c-8 2-22 0-28-4"]],lantern:[["far","M6 104c46-18 90-12 122-6s46 0 66-2v12H6z"],["deep","M140 104V34q0-13-13-13h-14v-5h15q17 0 17 18v70z"],["glow faint","m100 48-30 58h74l-28-58z"],["deep","M97 30h22l6 8H91z"],["glow","M93 38h30l-4 20H97z"]],mug:[["near","M62 46h62v34a24 24 0 0 1-24 24H86a24 24 0 0 1-24-24zM122 54h10a14 14 0 0 1 0 28h-10v-6h9a8 8 0 0 0 0-16h-9z"],["deep","M62 46a31 7 0 1 0 62 0a31 7 0 1 0-62 0"],["far","M78 34c-8-8 6-12-1-22 12 8-2 14 4 22zM94 34c-8-8 6-12-1-22 12 8-2 14 4 22zM110 34c-8-8 6-12-1-22 12 8-2 14 4 22z"]],boat:[["far","M10 92q15-9 30 0t30 0 30 0 30 0 30 0 30 0v14H10z"],["deep","M46 78h108c-5 15-17 20-32 20H78c-15 0-27-5-32-20"],["near","M96 14v58H62z"],["glow","M104 24l34 48h-34z"]],house:[["far","M6 104c42-22 84-16 120-8s48 0 68-4v16H6z"],["deep","M66 102V60l34-30 34 30v42zM120 30h9v18h-9z"],["glow","M91 102V84a9 9 0 0 1 18 0v18zM76 66h12v12H76zM112 66h12v12h-12z"]]}),Qn=Object.keys(Nt);function qo({name:t}){return n`<svg class="picture" viewBox="0 0 200 120" aria-hidden="true" focusable="false">
${Nt[t].map(([o,s])=>n`<path class=${`paint-${o}`} d=${s} />`)}
</svg>`}function Ie({picture:t,words:o,wrong:s=!1,children:r}){return n`
<div class="empty">
<${qo} name=${t} />
<p role=${s?"alert":"status"}>${o}</p>
${r}
</div>
`}function Dt({listed:t,on_done:o}){let s=d(),{room:r,membership:a}=t,[i,l]=$(""),[c,p]=$(!1),u=a?.standing;async function m(){p(!0);let h=await s.act.join(r.room_id,r.guidelines_version);if(p(!1),!h.ok)return l(T(h.error,s.now()));o?.(),h.membership?.standing==="in"?s.router.go(K(r.room_id)):s.tell(e("Your request is kept. Those who keep this room can see it."))}async function f(){await s.act.leave(r.room_id)&&o?.()}return u==="waiting"?n`
<p>
${e("You have asked to come in. Your request is kept; those who keep this room can see it.")}
</p>
<button type="button" class="quiet" onClick=${f}>${e("Take my request back")}</button>
`:n`
${r.about&&n`<p class="as-written">${r.about}</p>`}
${r.guidelines?n`<h3>${e("Guidelines of this room")}</h3>
<div class="guidelines as-written">${r.guidelines}</div>`:n`<p class="soft">${e("This room has no guidelines of its own.")}</p>`}
<p class="soft">
${e(pe[r.access]??"")} ${Fo(r.retention_days)}${" "}
${r.shows_last_day?e("You will see the last 24 hours."):e("You will see what is said from now on.")}
</p>
${i&&n`<p class="problem" role="alert">${i}</p>`}
${u!=="in"&&g.value.me?.role!=="admin"&&n`<div class="row">
<button type="button" class="main" disabled=${c} onClick=${m}>
${Lo(t)}
</button>
${u==="invited"&&n`<button type="button" class="quiet" onClick=${f}>
${e("No, thank you")}
</button>`}
</div>`}
`}function Lo({room:t,membership:o}){let s=t.access==="open"||o?.standing==="invited";return t.guidelines?s?e("I have read this. Come in"):e("I have read this. Ask to come in"):s?e("Come in"):e("Ask to come in")}function Fo(t){return U("Messages are kept for {count} day.","Messages are kept for {count} days.",t)}function qt(t){return t==="admin"?e("administrator"):t==="moderator"?e("moderator"):e("member")}function fe(t){return t==="admin"?e("an administrator"):t==="moderator"?e("a moderator"):e("a member")}function se(t){return t==="admin"?e("An administrator"):t==="moderator"?e("A moderator"):e("A member")}function ye(t){return t==="waiting"?e("waits to be let in"):t==="banned"?e("can't take part for now"):t==="frozen"?e("account closed"):t==="erasing"?e("is leaving"):""}function R({ask:t,done:o,words:s,kind:r="main",keeps:a=!1,sure:i="",children:l}){let c=d(),[p,u]=$(""),[m,f]=$(""),[h,w]=$(!1),[A,v]=$(!1),b=S(null),y=Lt(A),k=Z();_(()=>v(!1),[i]);function x(O){O.preventDefault(),i?v(!0):W()}async function W(){let O=b.current;if(!O)return;let B=Object.fromEntries(new FormData(O));w(!0),u(""),f("");let P=await t(B);if(w(!1),!P.ok)return u(T(P.error,c.now()));a||O.reset(),f(o?.(P)??"")}return n`
<form
ref=${b}
class="stack"
onSubmit=${x}
aria-describedby=${p?k:null}
>
${l}
${p&&n`<p class="problem" role="alert" id=${k}>${p}</p>`}
<p role="status" class="outcome">${m}</p>
${A?n`<${Ft} sure=${i} on_press=${W} on_end=${()=>v(!1)} />`:n`<button ref=${y} type="submit" class=${r} disabled=${h}>${s}</button>`}
</form>
`}function Lt(t){let o=S(null),s=S(!1);return _(()=>{s.current&&!t&&o.current?.focus(),s.current=t},[t]),o}function E({words:t,sure:o,on_press:s,label:r="",children:a}){let[i,l]=$(!1),c=Lt(i);return i?n`<${Ft} sure=${o} on_press=${s} on_end=${()=>l(!1)}>
${a}
<//>`:n`<button
ref=${c}
type="button"
class="quiet"
aria-label=${r||null}
onClick=${()=>l(!0)}
>
${t}
</button>`}function Ft({sure:t,on_press:o,on_end:s,children:r}){let a=Q(),i=S(null);_(()=>i.current?.focus(),[]);function l(){a&&(s(),o())}return n`
<div class=${`stack two ${a?"":"settling"}`} role="group">
${r}
<div class="row">
<button ref=${i} type="button" class="main" onClick=${l}>${t}</button>
<button type="button" class="quiet" onClick=${s}>${e("Not now")}</button>
</div>
</div>
`}var ke=24,Yo=5;function Yt({room_id:t,create:o,again:s}){let r=S(null);_(()=>{s&&r.current?.querySelector("input")?.focus()},[]);let[a,i]=$("invite"),[l,c]=$(t),p=Uo(t===""),u=({valid_h:m,as:f="member"})=>o({kind:a,valid_h:Number(m),role:f==="facilitator"?"member":f,relation:f==="facilitator"?f:"member",room_id:l||null});return n`
<div ref=${r}>
<${R} words=${e("Make the link")} kind="quiet" ask=${u}>
<fieldset>
<legend>${e("What for")}</legend>
<label class="check">
<input
type="radio"
name="kind"
checked=${a==="invite"}
onChange=${()=>i("invite")}
/>
<span>${e("For one person, once")}</span>
</label>
<label class="check">
<input
type="radio"
name="kind"
checked=${a==="knock"}
onChange=${()=>i("knock")}
/>
<span>${e("For a flyer: whoever has it may ask to be let in")}</span>
</label>
</fieldset>
${p.length>0&&n`<label class="field">
<span>${e("Into which room")}</span>
<select onChange=${m=>c(m.target.value)}>
<option value="">${e("None yet: they choose")}</option>
${p.map(m=>n`<option key=${m.room_id} value=${m.room_id}>${m.name}</option>`)}
</select>
</label>`}
${a==="invite"&&n`<${Ho} in_room=${l!==""} />`}
<label class="field">
<span>${e("Works for")}</span>
${a==="invite"?n`<select key="invite" name="valid_h">
<option value=${ke}>${e("A day")}</option>
<option value=${3*ke} selected>${e("Three days")}</option>
</select>`:n`<select key="knock" name="valid_h">
<option value=${30*ke}>${e("A month")}</option>
<option value=${180*ke} selected>${e("Half a year")}</option>
<option value=${365*ke}>${e("A year")}</option>
</select>`}
</label>
<//>
</div>
`}function Ho({in_room:t}){let{me:o,account:s}=g.value,r=s.proven?o?.role:"member",a=t&&r!=="member";return r!=="admin"&&!a?null:n`
<label class="field">
<span>${e("As what")}</span>
<select name="as">
<option value="member">${se("member")}</option>
${a&&n`<option value="facilitator">${e("Someone who keeps that room")}</option>`}
${r==="admin"&&n`<option value="moderator">${se("moderator")}</option>
<option value="admin">${se("admin")}</option>`}
</select>
</label>
`}function Uo(t){let o=d(),[s,r]=$([]),a=M.value==="up";async function i(){let l=[],c=null;for(let p=0;p<Yo;p+=1){let u=await o.ask("room.list",{cursor:c});if(!u.ok)return;if(l.push(...u.rooms.map(m=>m.room)),c=u.cursor,c===null)break}r(l)}return _(()=>{a&&t&&i()},[a,t]),s}function I({cursor:t,words:o=e("More"),load:s}){let[r,a]=$(!1),i=S(null);if(te(()=>{let c=i.current?.nextElementSibling;t!==null||!(c instanceof HTMLElement)||(i.current=null,!(document.activeElement&&document.activeElement!==document.body)&&(c.tabIndex=-1,c.focus()))}),t===null)return null;async function l(c){let p=c.currentTarget;r||t===null||(i.current=p.previousElementSibling?.lastElementChild??null,a(!0),await s(t),a(!1))}return n`
<button type="button" class="quiet" aria-busy=${r} onClick=${l}>${o}</button>
`}var zo="button:not([disabled]), a[href], summary, input";function F(){let t=S(null),o=S(null),s=S(null);te(()=>{if(!s.current||s.current.row.isConnected)return;let{at:a}=s.current;s.current=null;let i=document.activeElement;if(i&&i!==document.body)return;let l=[...t.current?.children??[]],p=l[Math.min(a,l.length-1)]?.querySelector(zo)??o.current??Bo();p?p.focus():ne()});function r(){let a=document.activeElement?.closest("li"),i=[...t.current?.children??[]];s.current=a&&i.includes(a)?{row:a,at:i.indexOf(a)}:null}return{list:t,heading:o,leaves:r}}function Pe(t){let o=S(null),s=S(t);return te(()=>{if(s.current===t)return;s.current=t;let r=document.activeElement;(!r||r===document.body)&&o.current?.querySelector("button")?.focus()}),o}function ne(){document.querySelector("main h1[tabindex]")?.focus()}function Bo(){return document.querySelector("dialog[open] .dialog-head button")}async function Ne(t){try{return await navigator.clipboard.writeText(t),!0}catch{return!1}}function $e({title:t,on_paper:o=!1,on_done:s,children:r,more:a}){let i=S(null);return _(()=>i.current?.focus(),[]),n`
<section class=${`card shown-once ${o?"on-paper":""}`}>
<h2 ref=${i} tabindex="-1" class="no-print">${t}</h2>
${r}
<div class="row no-print">
${a}
<button type="button" class="quiet" onClick=${s}>${e("Done")}</button>
</div>
</section>
`}function Ht({codes:t}){return n`
<ul class="codes">
${t.map(o=>n`<li key=${o}><code>${o}</code></li>`)}
</ul>
`}function re({text:t,words:o=""}){let s=d();async function r(){s.tell(await Ne(t)?e("Copied."):e("This browser did not let us copy it."))}return n`<button type="button" class="quiet" onClick=${r}>${o||e("Copy")}</button>`}function De(){return n`<button type="button" class="quiet" onClick=${()=>print()}>${e("Print")}</button>`}function Ut({svg:t,alt:o}){let s=`data:image/svg+xml;charset=utf-8,${encodeURIComponent(t)}`;return n`<img class="qr" src=${s} alt=${o} width="240" height="240" />`}function D(t,o,s=[]){let r=d(),[a,i]=$([]),[l,c]=$(null),[p,u]=$(""),[m,f]=$(!1),h=S(0),w=M.value==="up",A=M.value==="offline"||M.value==="down";async function v(b){let y=++h.current,k=await t(b);if(y!==h.current)return null;if(!k.ok)return u(T(k.error,r.now())),null;let x=o(k);return u(""),i(W=>b===null?x:[...W,...x]),c(k.cursor),f(!0),x}return _(()=>{(w||A&&!m)&&v(null)},[w,A,...s]),{items:a,cursor:l,problem:p,known:m,load:v}}var Ko=new Set(["localhost","127.0.0.1","[::1]","::1"]);function Kt({room_id:t=""}){let o=d(),[s,r]=$(null),[a,i]=$(0),{items:l,cursor:c,problem:p,load:u}=D(k=>o.ask_http("invite.list",{cursor:k}),k=>k.invites.filter(x=>!t||x.room_id===t)),{list:m,heading:f,leaves:h}=F();async function w(k){let x=await o.step_up.withStepUp(()=>o.ask_http("invite.create",k));return x.ok&&(r(x),await u(null)),x}async function A(k){let x=await o.ask_http("invite.revoke",{invite_id:k});o.tellRefusal(x),x.ok&&o.tell(e("Taken back: it opens nothing any more.")),h(),await u(null)}function v(){r(null),i(a+1)}let b=l.filter(k=>Bt(k,o.now())),y=l.filter(k=>!Bt(k,o.now()));return n`
${s?n`<${jo} ...${s} on_done=${v} />`:n`<${Yt} room_id=${t} create=${w} again=${a>0} />`}
${p&&n`<p class="problem" role="alert">${p}</p>`}
<h2 ref=${f} tabindex="-1">${e("Invitations that still work")}</h2>
${b.length===0&&n`<p class="soft">${e("There are none just now.")}</p>`}
<ul class="cards" ref=${m}>
${b.map(k=>n`<${zt} key=${k.invite_id} invite=${k} revoke=${A} />`)}
</ul>
${y.length>0&&n`<details>
<summary>${e("Used, taken back or run out")}</summary>
<ul class="cards">
${y.map(k=>n`<${zt} key=${k.invite_id} invite=${k} />`)}
</ul>
</details>`}
<${I} cursor=${c} words=${e("Older ones")} load=${u} />
`}function zt({invite:t,revoke:o}){let s=d(),r=Vo(t);return n`
<li class="card">
<p>${r}</p>
<p class="soft small">${jt(t,s.now())}</p>
${o&&n`<${E}
words=${e("Take it back")}
label=${e("Take it back: {what}",{what:r})}
sure=${e("Yes, take it back")}
on_press=${()=>o(t.invite_id)}
/>`}
</li>
`}function jo({invite:t,link:o,code:s,qr_svg:r,on_done:a}){let i=d(),l=t.kind==="knock",c=jt(t,i.now()),p=n`
<${re} text=${o} words=${e("Copy the link")} />
<${re} text=${s} words=${e("Copy the code")} />
<${De} />
`;return n`
<${$e}
title=${e("Here it is, shown only now")}
on_paper
on_done=${a}
more=${p}
>
<p class="no-print">
${l?e("Whoever has it may ask to be let in."):e("It lets one person in, once.")}
${" "}${c}
</p>
${Ko.has(location.hostname)&&n`<p class="no-print">
${e("This link works only on this computer. Whoever runs the server sets CHAT_PUBLIC_URL before others can use it.")}
</p>`}
${l&&n`<${Go} until=${c} />`}
<${Ut} svg=${r} alt=${e("The same link as a picture, for a phone's camera")} />
<label class="field no-print">
<span>${e("The link")}</span>
<input readonly value=${o} />
</label>
<p class="print-only">${o}</p>
<p>${e("Without a link, to type in:")} <code class="big-code">${s}</code></p>
<//>
`}function Go({until:t}){let{site:o}=g.value;return n`<div class="print-only">
<h1>${o?.name??document.getElementById("app")?.dataset.site}</h1>
<p class="lead">${e("Peer support: ask to be let in.")}</p>
<p>${t}</p>
</div>`}function Vo({kind:t,role:o,room_name:s,relation:r}){let a=s??"";return t==="knock"?a?e("To ask to be let in, for a flyer, into {room}.",{room:a}):e("To ask to be let in, for a flyer."):o!=="member"?e("For one person, as {role}.",{role:fe(o)}):r==="facilitator"?e("For one person, to keep {room}.",{room:a}):a?e("For one person, into {room}.",{room:a}):e("For one person.")}function Bt({used:t,revoked:o,expires_at:s},r){return!t&&!o&&s>r}function jt(t,o){if(t.revoked)return e("Taken back.");if(t.used)return e("Used.");let s=q(t.expires_at,o);return t.expires_at>o?e("Works until {at}.",{at:s}):e("Ended {at}.",{at:s})}function Gt({message:t,mine:o,on_done:s}){let r=d();return n`
<div class="reaction-choice" role="group" aria-label=${e("React")}>
${ze.map(([a,i])=>n`
<button
key=${a}
type="button"
class="reaction"
aria-pressed=${o.includes(a)}
onClick=${()=>{s(),r.act.react(t.message_id,a,!o.includes(a))}}
>
<${oe} name=${a} /> ${e(i)}
</button>
`)}
</div>
`}function Vt({message_id:t,on_close:o}){let s=d(),{items:r,cursor:a,problem:i,known:l,load:c}=D(u=>s.ask("message.reactions",{message_id:t,cursor:u}),u=>u.reactions,[t]),p=l&&r.length===0?e("Nobody has reacted yet."):"";return n`
<${C} title=${e("Who reacted")} on_close=${o}>
<p role="status">${i||(l?p:e("One moment …"))}</p>
${ze.map(([u,m])=>{let h=r.filter(w=>w.reaction===u).map(w=>w.person.handle);return h.length===0?null:n`<p key=${u}>
${Y("{reaction}: {names}",{reaction:n`<b><${oe} name=${u} /> ${e(m)}</b>`,names:ve(h)})}
</p>`})}
<${I} cursor=${a} load=${c} />
<//>
`}function Sa(t){let[o,s]=$("list"),{message:r,on_close:a}=t,{message_id:i}=r;return o==="who"?n`<${Vt} message_id=${i} on_close=${a} />`:o==="report"?n`<${Jo} message_id=${i} on_close=${a} />`:o==="hide"?n`<${Zo} message_id=${i} on_close=${a} />`:o==="back"?n`<${es} message_id=${i} on_close=${a} />`:o==="block"&&r.author?n`<${ts}
person=${r.author}
message_id=${i}
on_close=${a}
/>`:n`<${Qo} ...${t} on_step=${s} />`}function Qo(t){let o=d(),{message:s,mine:r,keeper:a,can_write:i,can_react:l,my_reactions:c,on_close:p,on_step:u}=t,m=r&&i&&o.now()-s.at<9e5,f=a&&!r,{room_id:h,pinned:w,saved:A}=t,{message_id:v}=s,b=Object.values(s.reactions).some(O=>O>0),y=O=>()=>{p(),O()};async function k(O,B){p(),o.tell(await Ne(O)?B:e("This browser did not let us copy it."))}function x(){let{href:O}=new URL(ue(h,v),location.href);k(O,e("Copied. Only people in this room can open it."))}let W=e("Message of {handle}",{handle:s.author?.handle??e("Someone")});return n`
<${C} title=${W} kind="sheet" on_close=${p}>
<p class="soft small">${lt(s.at)}</p>
${l&&n`<${Gt} message=${s} mine=${c} on_done=${p} />`}
<${ge}>
${j(i,"reply",e("Reply"),y(t.on_reply))}
${j(m,"edit",e("Change the words"),y(t.on_edit))}
${j(!0,"copy",e("Copy the words"),()=>k(s.body,e("Copied.")))}
${j(!0,"link",e("Copy a link to it"),x)}
${j(l,"save",A?e("Don't keep it any more"):e("Save it for myself"),y(()=>{o.act.save(v,!A)}))}
${j(a,"pin",w?e("Take the pin away"):e("Pin it for everyone here"),y(()=>{o.act.pin(v,!w)}))}
${j(l,"letter",e("New again from here on"),y(()=>{o.act.markUnread(h,s)}))}
${j(b,"heart",e("Who reacted"),()=>u("who"))}
${j(r,"back",e("Take it back"),()=>u("back"))}
${j(!r,"flag",e("Report"),()=>u("report"))}
${j(!r,"block",e("Block this person"),()=>u("block"))}
${j(f,"hide",e("Take it out of sight"),()=>u("hide"))}
<//>
<//>
`}function j(t,o,s,r){return t&&n`<${V} icon=${o} on_press=${r}>${s}<//>`}function Jo({message_id:t,on_close:o}){let s=d(),[r,a]=$(""),i=l=>{o(),s.act.report({message_id:t,reason:l,note:r.trim()})};return n`
<${C} title=${e("What is it about?")} kind="sheet" on_close=${o}>
<p class="soft">
${e("A moderator reads it. Its author is not told that it was you. What you choose is sent at once.")}
</p>
<${Xt} reasons=${xe} on_choose=${i} />
<label class="field">
<span>${e("Anything you want to add first")}</span>
<input
name="note"
maxlength="1000"
autocomplete="off"
value=${r}
onInput=${l=>a(l.target.value)}
/>
</label>
<//>
`}function Zo({message_id:t,on_close:o}){let s=d(),r=a=>{o(),s.act.hide({message_id:t,reason:a})};return n`
<${C} title=${e("Why take it out of sight?")} kind="sheet" on_close=${o}>
<p class="soft">${e("Its author is told the reason, not who decided.")}</p>
<${Xt} reasons=${Ae} on_choose=${r} />
<//>
`}function Xt({reasons:t,on_choose:o}){let s=Q();return n`
<div class=${s?"":"settling"}>
<${ge}>
${t.map(([r,a])=>n`<${V}
key=${r}
on_press=${()=>s&&o(r)}
>${e(a)}<//
>`)}
<//>
</div>
`}function es({message_id:t,on_close:o}){let s=d(),r=Q();return n`
<${C} title=${e("Take this message back?")} kind="sheet" on_close=${o}>
<p>
${e("Its words will be gone for everyone. That someone took a message back stays visible.")}
</p>
<div class=${`menu ${r?"":"settling"}`}>
<${V}
on_press=${()=>{r&&(o(),s.act.takeBack(t))}}
>${e("Take it back")}<//
>
<${V} on_press=${o}>${e("Keep it")}<//>
</div>
<//>
`}function ts({person:t,message_id:o,on_close:s}){let r=d(),a=Q();return n`
<${C} title=${e("Block {handle}?",{handle:t.handle})} kind="sheet" on_close=${s}>
<p>
${e("You won't see each other's messages any more, here or anywhere. They are not told. You can take it back under Settings.")}
</p>
<div class=${`menu ${a?"":"settling"}`}>
<${V}
on_press=${()=>{a&&(s(),r.act.block(t.user_id,!0))}}
>${e("Block {handle}",{handle:t.handle})}<//
>
<${V}
on_press=${async()=>{a&&(s(),await r.act.report({message_id:o,reason:"harassment",note:""}),r.act.block(t.user_id,!0))}}
>${e("Block them, and tell a moderator of this message")}<//
>
<${V} on_press=${s}>${e("Not now")}<//>
</div>
<//>
`}function Ea({field:t,value:o,people:s,on_words:r}){let a=Z(),[i,l]=$(null),[c,p]=$(-1),u=S(-1),m=i?je(s(),i.begun):[],f=c<m.length?c:-1;function h(){let b=t.current,y=b?.selectionStart??0,k=b&&document.activeElement===b&&y===b.selectionEnd?yt(b.value,y):null;k||(u.current=-1);let x=k&&k.start!==u.current?k:null;if(x?.begun!==i?.begun||x?.start!==i?.start){let[W]=x?je(s(),x.begun):[];p(x?.begun&&!vt(W,x.begun)?0:-1)}l(x)}function w(b){let y=t.current;if(!y||!i)return;let k=_t(y.value,i,b.handle);y.value=k.body,y.setSelectionRange(k.caret,k.caret),r(k.body),l(null)}function A(b){if(m.length===0||b.isComposing||b.altKey||b.ctrlKey)return;let y=m[f];if(b.key==="ArrowDown")p((f+1)%m.length);else if(b.key==="ArrowUp")p((Math.max(f,0)||m.length)-1);else if((b.key==="Enter"||b.key==="Tab")&&y&&!b.shiftKey)w(y);else if(b.key==="Escape")u.current=i?.start??-1,l(null);else return;b.preventDefault(),b.stopImmediatePropagation()}_(h,[o]),os(t,h,A),ss(t,m.length>0?a:"",f);let v=U("{count} name. Up and down to choose, Enter to take it.","{count} names. Up and down to choose, Enter to take one.",m.length);return n`
<span class="unseen" role="status">${m.length>0&&v}</span>
${m.length>0&&n`<ul id=${a} class="names" role="listbox" aria-label=${e("Names of people here")}>
${m.map((b,y)=>n`<li
key=${b.user_id}
id=${`${a}-${y}`}
class="name-option"
role="option"
aria-selected=${y===f}
onPointerDown=${k=>k.preventDefault()}
onClick=${()=>w(b)}
>
<${me} ...${b} />
<span class="who">${b.handle}</span>
<${de} badge=${b.badge} />
</li>`)}
</ul>`}
`}function os(t,o,s){let r=S({look:o,pressed:s});r.current={look:o,pressed:s},_(()=>{let a=t.current;if(!a)return;let i=()=>r.current.look(),l=c=>r.current.pressed(c);a.addEventListener("keydown",l,{capture:!0});for(let c of["keyup","click","focus","blur"])a.addEventListener(c,i);return()=>{a.removeEventListener("keydown",l,{capture:!0});for(let c of["keyup","click","focus","blur"])a.removeEventListener(c,i)}},[])}function ss(t,o,s){_(()=>{let r=t.current;if(!(!r||!o))return r.setAttribute("aria-controls",o),s>=0&&r.setAttribute("aria-activedescendant",`${o}-${s}`),()=>{r.removeAttribute("aria-controls"),r.removeAttribute("aria-activedescendant")}},[o,s])}function Na({link:t,on_close:o}){return n`
<${C} title=${e("Look where it leads")} kind="sheet" on_close=${o}>
<p>
${Y("This link leads to {host}. It could be taken for another site.",{host:n`<b class="host">${t.host}</b>`})}
</p>
<p class="soft">${e("If you don't know that name, it is safer to stay here.")}</p>
<div class="menu">
<button type="button" class="menu-item" onClick=${o}>${e("Stay here")}</button>
<a
class="menu-item"
href=${t.href}
target="_blank"
rel="noopener noreferrer nofollow"
onClick=${o}
>${e("Open {host} all the same",{host:t.host})}</a
>
</div>
<//>
`}function qe({message:t,room:o="",on_follow:s,children:r}){let a=d(),{author:i,at:l,room_id:c,message_id:p}=t,u=i?.handle??e("Someone"),m=`${ce(l,a.now())} ${le(l)}`;return n`
<li class="kept">
<p class="soft small">
<bdi>${u}</bdi>, ${m}${o&&n`, <bdi>${o}</bdi>`}
</p>
<${Me} message=${t} />
<div class="row">
<a class="plain" href=${ue(c,p)} onClick=${s}
>${e("Show it in its place")}<span class="unseen">${`: ${u}, ${m}`}</span></a
>
${r}
</div>
</li>
`}function Za({timeline:t,keeper:o,on_close:s}){let r=d(),{room_id:a,room:i}=t,l=i?.pinned??[],{items:c,cursor:p,problem:u,known:m,load:f}=D(y=>r.ask("message.pinned",{room_id:a,cursor:y}),y=>y.messages,[l.join(" ")]),{list:h,leaves:w}=F(),A=m&&c.length===0?ns(l.length):"",v=u||(m?A:e("One moment …"));async function b(y){w(),await r.act.pin(y,!1)}return n`
<${C} title=${e("Pinned in this room")} kind="wide" on_close=${s}>
<p class="soft" role="status">${v}</p>
<ul class="found" ref=${h}>
${c.map(y=>n`<${qe} key=${y.message_id} message=${y} on_follow=${s}>
${o&&n`<button
type="button"
class="plain"
onClick=${()=>{b(y.message_id)}}
>
${e("Take the pin away")}
</button>`}
<//>`)}
</ul>
<${I} cursor=${p} words=${e("Show more")} load=${f} />
<//>
`}function ns(t){return t>0?e("What is pinned here was said before you came."):e("Nothing is pinned here.")}function ii(){let t=d(),[o,s]=$(!1),{restore:r}=g.value.account;if(!r||bt.has(M.value))return null;async function a(){s(!0);let i=await t.ask_http("restore.stop",{});if(s(!1),!i.ok)return t.tellRefusal(i);X(l=>({...l,account:{...l.account,restore:null}})),t.tell(e("Stopped. Nobody gets in that way, and those who look after the place know."))}return n`
<div class="banner" role="alert">
<p>
${e("Somebody asked us for a new way into your account. If that was not you, stop it now.")}${" "}
${r.due_at>t.now()?e("It would work from {time}.",{time:q(r.due_at,t.now())}):e("It works already.")}
</p>
<button type="button" class="main" disabled=${o} onClick=${a}>
${e("It wasn't me: stop it")}
</button>
</div>
`}function di({timeline:t}){let{room:o,here:s,shown:r,reading:a,staff:i}=t;if(!o)return null;let l=Math.max(s-r.length,0);return n`
<aside class="room-aside" tabindex="0" aria-label=${e("About this room")}>
<h2>${e("Here now")}</h2>
<ul class="people">
${r.map(c=>n`<${Qt}
key=${c.user_id}
person=${c}
reads=${a.includes(c.user_id)}
/>`)}
</ul>
${l>0&&n`<p class="soft small">
${U("{count} without showing a name","{count} without showing their names",l)}
</p>`}
${o.about&&n`<h2>${e("What it is about")}</h2><p class="as-written">${o.about}</p>`}
${o.guidelines&&n`<h2>${e("Guidelines")}</h2><p class="as-written">${o.guidelines}</p>`}
${i.length>0&&n`<h2>${e("Who keeps this room")}</h2>
<ul class="people">
${i.map(c=>n`<${Qt} key=${c.user_id} person=${c} />`)}
</ul>`}
</aside>
`}function Qt({person:t,reads:o=!1}){return n`<li class="person-row">
<${me} ...${t} />
<span class=${`who ${Oe(t.user_id)}`}>${t.handle}</span>
<${de} badge=${t.badge} />
${o&&n`<span class="tag">${e("just reading")}</span>`}
</li>`}var rs="The room is made. Name a moderator under People; they can say who keeps it.";function he({room:t,on_close:o}){let s=d(),r=S(Be()),[a,i]=$(null),[l,c]=$(!1);async function p(u){u.preventDefault();let m=as(u.target);c(!0);let f=t?await s.act.updateRoom(t.room_id,m):await s.act.createRoom(m,r.current);if(c(!1),f.ok){if(o(),t)return;f.membership?s.router.go(K(f.room.room_id)):s.tell(e(rs));return}f.error.retryable||(r.current=Be()),i({words:T(f.error,s.now()),field:f.error.field})}return n`
<${C} title=${t?e("Room settings"):e("A new room")} on_close=${o}>
<form class="stack" onSubmit=${p}>
${a&&n`<p class="problem" role="alert">${a.words}</p>`}
<label class="field">
<span>${e("Name")}</span>
<input
name="name"
required
maxlength="80"
autocomplete="off"
value=${t?.name??""}
aria-invalid=${a?.field==="name"}
/>
</label>
<label class="field">
<span>${e("What it is for")}</span>
<textarea name="about" rows="2" maxlength="500" value=${t?.about??""}></textarea>
</label>
<label class="field">
<span>${e("Guidelines, read before coming in")}</span>
<textarea
name="guidelines"
rows="4"
maxlength="4000"
value=${t?.guidelines??""}
></textarea>
</label>
<fieldset>
<legend>${e("Who may come in")}</legend>
${Object.entries(pe).map(([u,m])=>n`<label key=${u} class="check">
<input
type="radio"
name="access"
value=${u}
checked=${u===(t?.access??"open")}
/>
<span>${e(m)}</span>
</label>`)}
</fieldset>
<label class="check">
<input type="checkbox" name="shows_last_day" checked=${t?.shows_last_day??!1} />
<span>${e("Show newcomers the last 24 hours (open rooms only)")}</span>
</label>
<label class="field">
<span>${e("Days that messages are kept")}</span>
<input
type="number"
name="retention_days"
min="1"
max="3650"
inputmode="numeric"
value=${t?.retention_days??""}
placeholder=${e("as usual here")}
/>
</label>
<button type="submit" class="main" disabled=${l}>
${t?e("Save"):e("Open the room")}
</button>
</form>
<//>
`}function as(t){let o=new FormData(t),s=r=>String(o.get(r)??"").trim();return{name:s("name"),about:s("about"),guidelines:s("guidelines"),access:s("access"),shows_last_day:o.get("shows_last_day")!==null,retention_days:s("retention_days")?Number(s("retention_days")):null}}function Jt({on_mute:t}){let[o,s]=$(0),r=S(null),a=S(!1);return _(()=>{a.current&&o===0&&r.current?.focus(),a.current=o>0},[o]),o>0?n`<${is}
on_choose=${i=>{s(0),t(o,i)}}
on_cancel=${()=>s(0)}
/>`:n`
<button ref=${r} type="button" class="quiet" onClick=${()=>s(900)}>
${e("Mute 15 minutes")}
</button>
<button type="button" class="quiet" onClick=${()=>s(86400)}>${e("Mute a day")}</button>
`}function is({on_choose:t,on_cancel:o}){let s=Q(),r=S(null);return _(()=>r.current?.querySelector("button")?.focus(),[]),n`
<div ref=${r} class=${`stack ${s?"":"settling"}`} role="group" aria-label=${e("Why?")}>
<p class="soft">${e("Why? They are told the reason, not who decided.")}</p>
<${ge}>
${Ae.map(([a,i])=>n`<${V}
key=${a}
on_press=${()=>s&&t(a)}
>${e(i)}<//
>`)}
<${V} on_press=${o}>${e("Not now")}<//>
<//>
</div>
`}var ls=1e3;function ji({timeline:t,my_id:o,keeper:s,on_close:r}){let a=d(),{room_id:i}=t,[l,c]=$(0),p=cs(t.roster_changes),{items:u,cursor:m,problem:f,load:h}=D(w,z=>z.people,[p]);async function w(z){let G=await a.ask("room.members",{room_id:i,cursor:z});return G.ok&&(c(G.members),s&&z===null&&G.cursor===null&&A(G.people)),G}function A(z){let G=z.filter(H=>H.standing==="waiting").length;X(H=>st(H,i,{knocks:G}))}let v=u.filter(z=>z.standing==="waiting"),b=u.filter(z=>z.standing==="in"),y=u.filter(z=>z.standing==="invited"),{reading:k}=t,x={room_id:i,keeper:s,my_id:o,reading:k,on_changed:()=>{h(null)}},W=s||m!==null?0:Math.max(l-b.length,0),O=g.value.me?.visible===!0,B=s?e("Members"):e("Members who show themselves"),P=e("{here}, {members}",{here:U("{count} here now","{count} here now",t.here),members:U("{count} member","{count} members",l)});return n`
<${C} title=${P} on_close=${r}>
${f&&n`<p class="problem" role="alert">${f}</p>`}
<${Ge} title=${e("Waiting at the door")} people=${v} ...${x} />
<${Ge} title=${B} people=${b} ...${x} />
<${Ge} title=${e("Invited")} people=${y} ...${x} />
${W>0&&n`<p class="soft">${ps(t.here,O)}</p>`}
<${I} cursor=${m} load=${h} />
<//>
`}function cs(t){let[o,s]=$(t);return _(()=>{let r=setTimeout(()=>s(t),ls);return()=>clearTimeout(r)},[t]),o}function ps(t,o){let s=U("{count} here now.","{count} here now.",t),r=o?e("Nobody else shows their name."):e("Nobody else shows their name; you can, under Menu.");return`${s} ${r}`}function Ge({title:t,people:o,...s}){let{list:r,leaves:a}=F();return o.length===0?null:n`
<h3>${t}</h3>
<ul class="people" ref=${r}>
${o.map(i=>n`<${us}
key=${i.person.user_id}
member=${i}
leaves=${a}
...${s}
/>`)}
</ul>
`}function us({member:t,keeper:o,my_id:s,reading:r,...a}){let i=d(),[l,c]=$(!1),{person:p,muted_until:u}=t,m=i.now(),f=u!==null&&u>m,h=t.standing==="waiting",w=p.user_id!==s&&(o||!h),A=Pe(f);return n`
<li class="person" ref=${A}>
<div class="person-row">
<${me} ...${p} />
<span class=${`who ${Oe(p.user_id)}`}>${p.handle}</span>
<${de} badge=${p.badge} />
${f&&n`<span class="tag">${e("reading along")}</span>`}
${!f&&r.includes(p.user_id)&&n`<span class="tag">
${e("just reading")}
</span>`}
${w&&!h&&n`<button
type="button"
class="plain more"
aria-expanded=${l}
aria-label=${e("What to do about {handle}",p)}
onClick=${()=>c(!l)}
>
<${oe} name="more" />
</button>`}
</div>
${w&&(l||h)&&n`<${ms} member=${t} keeper=${o} muted=${f} ...${a} />`}
${f&&o&&n`<p class="soft small">
${e("until {time}",{time:q(u,m)})}
</p>`}
</li>
`}function ms({room_id:t,member:o,keeper:s,muted:r,leaves:a,on_changed:i}){let l=d(),[c,p]=$(!1),{user_id:u}=o.person,m=(v,b="")=>async()=>{a(),(await v()).ok&&(b&&l.tell(b),i())},f=(v,b,y)=>n`<button type="button" class="quiet" onClick=${m(b,y)}>${v}</button>`;if(o.standing==="waiting")return n`<div class="row">
${f(e("Let in"),()=>l.act.admit(t,u),e("They are in."))}
${f(e("Say no"),()=>l.act.refuse(t,u),e("You said no."))}
</div>`;if(o.standing==="invited")return n`<div class="row">
${f(e("Take the invitation back"),()=>l.act.refuse(t,u),e("Taken back: it opens nothing any more."))}
</div>`;let h=n`<${E}
words=${e("Block")}
sure=${e("Block {handle}",o.person)}
on_press=${async()=>{await l.act.block(u,!0)&&i()}}
>
<p class="soft">${e("You won't see each other's messages any more. They are not told.")}</p>
<//>`;if(!s)return n`<div class="row">${h}</div>`;let w=(v,b=null)=>m(()=>l.act.mute({room_id:t,user_id:u,mute_s:v,reason:b})),A=o.relation==="facilitator";return n`<div class="row">
${r?n`<button type="button" class="quiet" onClick=${w(0)}>
${e("Let them write again")}
</button>`:n`<${Jt}
on_mute=${(v,b)=>w(v,b)()}
/>`}
${ae(g.value)&&f(A?e("No longer a keeper"):e("Make a keeper of this room"),()=>l.act.setRelation({room_id:t,user_id:u,relation:A?"member":"facilitator"}))}
${c?f(e("Yes, remove from the room"),()=>l.act.remove(t,u)):n`<button type="button" class="quiet" onClick=${()=>p(!0)}>
${e("Remove")}
</button>`}
${h}
</div>`}var ds=10,fs=864e5;function il({room:t,on_close:o}){return n`
<${C} title=${e("Search")} kind="wide" on_close=${o}>
<${Ve} room=${t} on_close=${o} />
<//>
`}function Ve({room:t=null,on_close:o=()=>{}}){let s=d(),[r,a]=$(null),[i,l]=$([]),[c,p]=$(null),[u,m]=$(""),f=S(0);async function h(v,b){let y=++f.current;m(e("Looking …"));let k=b;for(let x=0;x<ds;x+=1){let W=await s.ask("message.search",{...v,cursor:k});if(y!==f.current)return;if(!W.ok)return m(T(W.error,s.now()));if(k=W.cursor,!(W.messages.length===0&&k!==null)){l(O=>b===null?W.messages:[...O,...W.messages]),m(W.messages.length===0&&b===null?e("Nothing found."):"");break}}p(k)}function w(v){v.preventDefault();let b=ws(new FormData(v.target));b.text&&(l([]),p(null),a(b),h(b,null))}function A(v){v.key!=="Escape"||v.isComposing||(v.preventDefault(),o())}return n`
<form
class="stack search"
role="search"
onSubmit=${w}
onKeyDown=${t?A:null}
>
<div class="row">
<input type="search" name="text" aria-label=${e("Words to look for")} maxlength="200" />
<button type="submit" class="main">${e("Search")}</button>
</div>
<${$s} room=${t} />
</form>
<p role="status">${u}</p>
<ul class="found">
${i.map(v=>n`<${hs}
key=${v.message_id}
message=${v}
named=${!t||r?.room_id!==t.room_id}
on_close=${o}
/>`)}
</ul>
<${I}
cursor=${c}
words=${e("Look further back")}
load=${v=>r?h(r,v):Promise.resolve()}
/>
`}function $s({room:t}){let o=_e(g.value).filter(s=>s.room.room_id!==t?.room_id&&s.membership.standing==="in");return n`
<details class="narrower">
<summary>${e("Where, by whom, when")}</summary>
<div class="stack">
<label class="field">
<span>${e("Room")}</span>
<select name="room_id">
${t&&n`<option value=${t.room_id}>${t.name}</option>`}
<option value="">${e("All my rooms")}</option>
${o.map(s=>n`<option value=${s.room.room_id}>${s.room.name}</option>`)}
</select>
</label>
<label class="field">
<span>${e("Said by")}</span>
<input name="by" maxlength="80" autocomplete="off" autocapitalize="none" />
</label>
<label class="field">
<span>${e("From this day on")}</span>
<input type="date" name="since" />
</label>
<label class="field">
<span>${e("Up to this day")}</span>
<input type="date" name="before" />
</label>
</div>
</details>
`}function hs({message:t,named:o,on_close:s}){let r=d(),{author:a,at:i,room_id:l,message_id:c}=t,p=`${ce(i,r.now())} ${le(i)}`,u=o?g.value.rooms[l]?.room.name:null;return n`
<li>
<p class="soft small">
${a?.handle}, ${p}${u&&`, ${u}`}
</p>
<${Me} message=${t} />
<a class="plain" href=${ue(l,c)} onClick=${s}
>${e("Show it in its place")}<span class="unseen">${`: ${a?.handle}, ${p}`}</span></a
>
</li>
`}function ws(t){let o=i=>String(t.get(i)??"").trim(),[s,r]=[Zt(o("since")),Zt(o("before"))],a={text:o("text")};return o("room_id")&&(a.room_id=o("room_id")),o("by")&&(a.by=o("by")),s!==null&&(a.since=s),r!==null&&(a.before=new Date(r+fs*1.5).setHours(0,0,0,0)),a}function Zt(t){let[o=0,s=0,r=0]=t.split("-").map(Number),a=new Date(o,s-1,r).getTime();return t===""||Number.isNaN(a)?null:Math.max(a,0)}var bs=2e3;function eo(){let t=d(),[o,s]=$(""),[r,a]=$(0),[i,l]=$("");async function c(){let p=await t.ask_http("account.export",{});if(!p.ok)return s(""),l(T(p.error,t.now()));l(""),a(p.expires_at),s(p.ready?"ready":"gathering")}return _(()=>{if(o!=="gathering")return;let p=setInterval(()=>{c()},bs);return()=>clearInterval(p)},[o]),n`
<p>${e("Everything this place keeps of yours, to read or to take with you.")}</p>
${i&&n`<p class="problem" role="alert">${i}</p>`}
<p role="status" class="outcome">
${o==="gathering"?e("Gathering it. This takes a moment."):""}
${o==="ready"?e("It is ready, until {day}.",{day:q(r,t.now())}):""}
</p>
${o==="ready"?n`<p class="row">
<a class="button quiet" href="/account/export">${e("Read it")}</a>
<a class="button quiet" href="/account/export.json" download>
${e("Take it as a file")}
</a>
</p>`:n`<button type="button" class="quiet" disabled=${o!==""} onClick=${c}>
${e("Gather my data")}
</button>`}
`}function to(){let t=d(),[o,s]=$("");async function r(){let a=await t.step_up.withStepUp(()=>t.ask_http("account.erase",{}));if(a.ok)return t.left();let i=a.error.code==="forbidden"&&g.peek().me?.role==="admin";s(i?gs():T(a.error,t.now()))}return n`
<p>
${e("At once nobody sees you any more, nor anything you wrote. For 72 hours you can sign in and take it back. Then it is removed for good.")}
</p>
<p class="soft small">
${e("What stays: words that were reported, for at most 180 days, or 30 days after a moderator has seen to it. Your name is nobody's for half a year, so that nobody can pass for you. What others wrote to you is theirs.")}
</p>
${o&&n`<p class="problem" role="alert">${o}</p>`}
<${E}
words=${e("Leave this place")}
sure=${e("Yes, leave")}
on_press=${()=>{r()}}
>
<p><b>${e("Leave this place?")}</b> ${e("You can come back within 72 hours.")}</p>
<//>
`}function gs(){return e("Nobody else looks after this place yet. Name another administrator first, under People.")}function Rl({on_close:t}){let{enter_sends:o,single_keys:s}=be.value,r=ht(o,{shift:!1,ctrl:!1,real_keys:ft()}),a=$t()?"⌘":e("Ctrl");return n`
<${C} title=${e("Keys")} kind="wide" on_close=${t}>
<h3>${e("Everywhere")}</h3>
<dl class="keys-list">
<${L} keys=${[a,"K"]} does=${e("Go to a room, a page or an action")} />
<${L} keys=${["F6"]} does=${e("On to the next part of the page")} />
<${L} keys=${[e("Shift"),"F6"]} does=${e("Back to the part before")} />
<${L} keys=${[e("Ctrl"),"/"]} does=${e("Show these keys")} />
<${L} keys=${[e("Esc")]} does=${e("Close what is open; in a room: all is read")} />
</dl>
<h3>${e("While writing")}</h3>
<dl class="keys-list">
${r?n`<${L} keys=${[e("Enter")]} does=${e("Send")} />
<${L} keys=${[e("Shift"),e("Enter")]} does=${e("A new line")} />`:n`<${L} keys=${[e("Enter")]} does=${e("A new line")} />
<${L} keys=${[e("Ctrl"),e("Enter")]} does=${e("Send")} />`}
<${L} keys=${["@"]} does=${e("Finish the name of someone here")} />
<${L} keys=${["↑"]} does=${e("In an empty field: change your last words")} />
</dl>
<h3>${e("In the list of messages")}</h3>
<dl class="keys-list">
<${L} keys=${["↑","↓"]} does=${e("From message to message")} />
<${L} keys=${[e("Home"),e("End")]} does=${e("To the first and the last")} />
<${L} keys=${[e("Enter")]} does=${e("What can be done with it")} />
${s&&n`<${L} keys=${["R"]} does=${e("Reply")} />
<${L} keys=${["E"]} does=${e("Change the words, if they are yours")} />
<${L} keys=${["S"]} does=${e("Save it for yourself, or no longer")} />
<${L} keys=${["U"]} does=${e("From here on it is new again")} />
<${L} keys=${["?"]} does=${e("Show these keys")} />`}
</dl>
${!s&&n`<p class="soft">${e("Single letters are switched off.")}</p>`}
<//>
`}function L({keys:t,does:o}){return n`
<dt>${t.map((s,r)=>[r>0?" ":"",n`<kbd key=${s}>${s}</kbd>`])}</dt>
<dd>${o}</dd>
`}function ql(){let o=d().step_up.asking.value;return o&&n`<${ys} show=${o.show} cancel=${o.cancel} />`}function ys({show:t,cancel:o}){function s({passphrase:r="",code:a=""}){let i=a.replaceAll(/\s/g,"");return t(i?{passphrase:r,code:i}:{passphrase:r})}return n`
<${C} title=${e("Is it you?")} on_close=${o}>
<p>${e("Please show once more that it is you.")}</p>
<${R} words=${e("It is me")} ask=${s} keeps>
<label class="field">
<span>${e("Your own passphrase")}</span>
<input
name="passphrase"
type="password"
required
autofocus
autocomplete="current-password"
/>
</label>
<${Xe} />
<//>
<//>
`}function Xe(){return g.value.account.second_factor?n`<label class="field">
<span>${e("Six digits from your authenticator app")}</span>
<input name="code" required inputmode="numeric" autocomplete="one-time-code" maxlength="12" />
</label>`:null}function oo(t,o){let s=o.filter(r=>r.words);return[...Ue(t)?ks(t):[],...s.map(({key:r,words:a,run:i})=>({key:`do-${r}`,words:a,kind:e("action"),run:i})),...vs(t)]}function ks(t){return Object.values(t.rooms).sort((o,s)=>+(s.mentions>0)-+(o.mentions>0)||+(s.unread>0)-+(o.unread>0)||o.room.name.localeCompare(s.room.name)).map(({room:o,unread:s})=>({key:o.room_id,words:o.name,kind:s>0?U("{count} new","{count} new",s):e("room"),path:K(o.room_id)}))}function vs(t){let o=(r,a)=>({key:r,words:a,kind:e("page"),path:r}),s=[o("/app/help",e("Help now"))];return Ue(t)&&(s.unshift(o("/app",e("All rooms"))),t.me?.role!=="admin"&&s.push(o("/app/saved",e("Saved messages"))),t.me?.role!=="admin"&&s.push(o("/app/search",e("Search"))),s.push(o("/app/settings",e("Settings"))),ae(t)&&s.push(o("/app/reports",e("Reports and requests"))),ie(t)&&s.push(o("/app/care",e("Looking after this place")))),s}function so(t,o){let s=Ee(o.trim()),r=t.filter(({words:i})=>Ee(i).startsWith(s)),a=t.filter(i=>!r.includes(i)&&Ee(i.words).includes(s));return[...r,...a]}function Jl({on_close:t,on_choose:o}){let s=Z(),[r,a]=$(""),[i,l]=$(0),c=S(null),p=so(oo(g.value,gt.value),r),u=Math.min(i,p.length-1);_(()=>{c.current?.querySelector("[aria-selected=true]")?.scrollIntoView({block:"nearest"})},[u,r]);function m(f){if(f.isComposing)return;let h=p[u];if(f.key==="ArrowDown")l((u+1)%Math.max(p.length,1));else if(f.key==="ArrowUp")l((u||p.length)-1);else if(f.key==="Enter"&&h)o(h);else return;f.preventDefault()}return n`
<${C} title=${e("Go to")} on_close=${t}>
<input
role="combobox"
aria-label=${e("A room, a page or an action")}
aria-autocomplete="list"
aria-expanded=${p.length>0}
aria-controls=${s}
aria-activedescendant=${p.length>0?`${s}-${u}`:null}
autocomplete="off"
autofocus
value=${r}
onInput=${f=>{a(f.target.value),l(0)}}
onKeyDown=${m}
/>
<p class="soft small" role="status">
${p.length===0?e("Nothing has that name."):U("{count} place","{count} places",p.length)}
</p>
<ul id=${s} ref=${c} class="places" role="listbox" aria-label=${e("Places")}>
${p.map((f,h)=>n`<li
key=${f.key}
id=${`${s}-${h}`}
class="place-option"
role="option"
aria-selected=${h===u}
onClick=${()=>o(f)}
>
<span class="place-name">${f.words}</span>
<span class="place-kind">${f.kind}</span>
</li>`)}
</ul>
<//>
`}function rc({on_close:t}){let o=wt.value.filter(s=>s.status==="late"||s.status==="failed");return n`
<${C} title=${e("Not gone out")} kind="wide" on_close=${t}>
${o.length===0&&n`<p role="status">${e("Nothing is waiting any more.")}</p>`}
${o.map(s=>n`<section key=${s.nonce}>
<h3>${g.value.rooms[s.room_id]?.room.name??e("A room that you are not in")}</h3>
<${Ot} pending=${s} />
</section>`)}
<//>
`}function mc({warning:t,topics:o,on_change:s,on_close:r}){let a=Z(),[i,l]=$(t),[c,p]=$(o),u=c.length>=pt;function m(h){h.preventDefault(),r(),s({warning:i.trim(),topics:c})}function f(h){let w=c.filter(A=>A!==h);p(w.length<c.length?w:[...c,h])}return n`
<${C} title=${e("A content warning")} on_close=${r}>
<form class="stack" onSubmit=${m}>
<label class="field">
<span>${e("In a few words")}</span>
<input
maxlength=${ut}
autocomplete="off"
dir="auto"
aria-describedby=${`${a}-words`}
value=${i}
onInput=${h=>l(h.target.value)}
/>
<small id=${`${a}-words`} class="soft">
${e("Your message is folded under them until someone opens it.")}
</small>
</label>
<fieldset aria-describedby=${`${a}-topics`}>
<legend>${e("What it is about")}</legend>
<p id=${`${a}-topics`} class="soft small">
${e("Up to three. It is folded for those who asked not to come upon that.")}
</p>
<div class="topics">
${Te.map(h=>n`<label key=${h} class="check">
<input
type="checkbox"
checked=${c.includes(h)}
disabled=${u&&!c.includes(h)}
onChange=${()=>f(h)}
/>
<span>${We(h)}</span>
</label>`)}
</div>
</fieldset>
<button type="submit" class="main">${e("Done")}</button>
</form>
<//>
`}var _s={unkind:"Why: something you wrote was unkind.",private_details:"Why: something you wrote told private details.",dealing:"Why: substances were offered or asked for.",method_detail:"Why: something you wrote described how to do harm.",off_topic:"Why: what you wrote didn't belong in this room.",breaks_guidelines:"Why: something you wrote went against the guidelines."};function hc({reason:t}){let o=_s[t??""];return n`
${o&&n`<p>${e(o)}</p>`}
<p>
${e("A person decided this, not a machine. If you see it differently, tell the moderators: under “Help now”, “I need to talk” still works.")}
</p>
`}function Le({title:t,lead:o,base:s,groups:r,common:a={},news:i={}}){let l=d(),{section:c}=l.router.route.value,p=r.flatMap(h=>h.sections).find(h=>h.name===c),u=Ss(c),m=p?e(p.title):t;N(m);let f=n`<${xs}
title=${t}
base=${s}
groups=${r}
current=${p?.name??""}
news=${i}
/>`;return p?n`
<section class="page sectioned" data-region>
<div class="sectioned-list">${f}</div>
<div class="sectioned-main">
<a class="back" href=${s}>${t}</a>
<h1 ref=${u} tabindex="-1">${m}</h1>
<${p.part} key=${p.name} ...${a} />
</div>
</section>
`:n`
<section class="page narrow" data-region>
<a class="back" href="/app">${e("All rooms")}</a>
<h1 ref=${u} tabindex="-1">${t}</h1>
${o&&n`<p class="lead">${o}</p>`} ${f}
</section>
`}function Ss(t){let o=S(null),s=S(t);return _(()=>{s.current!==t&&o.current?.focus(),s.current=t},[t]),o}function xs({title:t,base:o,groups:s,current:r,news:a}){return n`
<nav class="sections" aria-label=${t}>
${s.map(i=>n`
<div key=${i.title} class="section-group">
${i.title&&n`<h2>${e(i.title)}</h2>`}
<ul>
${i.sections.map(l=>n`<li key=${l.name}>
<a
class="section-link"
href=${`${o}/${l.name}`}
aria-current=${l.name===r?"page":null}
>
<span class="section-title">
${e(l.title)}${" "}
${(a[l.name]??0)>0&&n`<span class="count">
${a[l.name]}<span class="unseen"> ${e("new")}</span>
</span>`}
</span>
${l.about&&n`<span class="soft small about">${e(l.about)}</span>`}
</a>
</li>`)}
</ul>
</div>
`)}
</nav>
`}var As={"message.hide":"{who} took a message out of sight.","room.remove":"{who} removed {someone} from a room.","room.mute":"{who} let {someone} only read along.","room.set_relation":"{who} changed what {someone} is to a room.","report.close":"{who} has seen to a report.","sanction.ban":"{who} kept {someone} out.","sanction.lift":"{who} let {someone} back in.","user.admit":"{who} let {someone} in who had knocked.","user.refuse":"{who} said no to {someone} who had knocked.","user.freeze":"{who} closed the account of {someone}.","user.unfreeze":"{who} opened the account of {someone} again.","user.end_sign_ins":"{who} signed {someone} out everywhere.","user.create":"{who} made an account for {someone}.","user.reset":"{who} gave {someone} a new way in.","user.list":"{who} looked at the list of accounts.","role.propose":"{who} proposed a role for {someone}.","role.approve":"{who} agreed to a role for {someone}.","role.refuse":"{who} said no to a role for {someone}.","role.give":"{who} gave a role to {someone}.","role.set":"{who} gave a role to {someone}.","role.take":"{who} took a role back from {someone}.","role.undo":"{who} undid within 72 hours a change of role of {someone}.","restore.ask":"{who} began to help {someone} back in.","restore.confirm":"{who} met {someone} who is helped back in.","restore.refuse":"{who} stopped helping {someone} back in.","invite.create":"{who} made an invitation.","invite.revoke":"{who} took an invitation back.","site.change":"{who} changed how this place shows itself.","site.set_registration":"{who} changed who may come in by themselves.","site.set_helplines":"{who} changed which help lines come first.","site.confirm_helplines":"{who} has called the help lines.","backup.take":"{who} took a backup.",restore:"{who} went back to a backup.","room.close":"{who} closed a room.","room.reopen":"{who} opened a room again."},Cs={"role.lapse":"A role was proposed, and nobody decided in time.","restore.lapse":"A code to come back in was not used in time.","restore.use":"Someone came back in by a code from staff.","staff.recovered":"Someone on staff came back in by a recovery code.","restore.stop":"Someone did not want to be helped back in: it was not them who asked."};function Qe({overview:t}){let o=d(),{items:s,cursor:r,problem:a,known:i,load:l}=D(p=>o.ask_http("audit.list",{cursor:p}),p=>p.entries),c=new Map(t.staff.map(p=>[p.user.user_id,p.user.handle]));return n`
<p class="soft">
${e("It can't be changed or removed. It names nobody but those who look after the place.")}
</p>
${a&&n`<p class="problem" role="alert">${a}</p>`}
${i&&s.length===0&&n`<p class="soft">${e("Nothing yet.")}</p>`}
<ul class="deeds">
${s.map(p=>n`<li key=${p.number}>
<span class="soft small">${q(p.at,o.now())}</span>${" "}
${Ts(p,c)}
</li>`)}
</ul>
<${I} cursor=${r} words=${e("Older ones")} load=${l} />
`}function Ts({actor_id:t,action:o,about:s},r){let a=Cs[o];if(a)return e(a);let i=As[o]??"{who} did what this page has no words for yet.";return e(i,{who:Ws(t,r),someone:r.get(s)??e("someone")})}function Ws(t,o){return t==="operator"?e("Whoever runs the server"):o.get(t)??e("Someone who has looked after this place")}function ee(){let t=d(),[o,s]=$(null),[r,a]=$(""),i=M.value==="up",{site:l}=g.value;async function c(){let u=await t.ask_http("site.show",{});if(!u.ok)return a(T(u.error,t.now()));a(""),s(u)}_(()=>{i&&c()},[i,l]);let p=r?n`<p class="problem" role="alert">${r}</p>`:n`<p class="soft" role="status">${e("One moment …")}</p>`;return{site:o,instead:p}}var Rs=[["hearth","Hearth: warm as clay"],["sea","Sea: calm and wide"],["forest","Forest: quiet and green"],["plum","Plum: soft as evening"]];function no(){let t=d(),{site:o,instead:s}=ee();if(!o)return s;let r=({name:a="",welcome:i="",palette:l})=>t.ask_http("site.change",{name:a,welcome:i,palette:l});return n`
<${R}
words=${e("Save")}
keeps
ask=${r}
done=${()=>e("Saved. Open pages show it by themselves.")}
>
<label class="field">
<span>${e("What this place is called")}</span>
<input name="name" maxlength="60" autocomplete="off" defaultValue=${o.name} />
</label>
<p class="soft small">
${e("Left empty, it is called {name}, as the server's settings say.",{name:o.configured_name})}
</p>
<label class="field">
<span>${e("Words of welcome, for whoever finds it")}</span>
<textarea
name="welcome"
rows="3"
maxlength="500"
dir="auto"
defaultValue=${o.welcome}
></textarea>
</label>
<p class="soft small">
${e("They stand on the first page. Left empty, it has words of its own.")}
</p>
<${Es} chosen=${o.palette} />
<//>
`}function Es({chosen:t}){return n`
<fieldset>
<legend>${e("Colours")}</legend>
${Rs.map(([o,s])=>n`<label key=${o} class="check">
<input type="radio" name="palette" value=${o} checked=${o===t} />
<span class="swatch" data-palette=${o} aria-hidden="true"></span>
<span>${e(s)}</span>
</label>`)}
</fieldset>
`}var Os=["What is said here stays here, and so does who is here.","Speak of yourself. Ask before you give advice.","Come as you are, also after a hard night. Nobody counts your days against you.","Just reading is fine. So is leaving, and coming back.","Nothing is bought, sold or arranged here, and nobody describes how to use or how to do harm.","If someone asks you to stop, stop. If something is not right, tell a moderator: it takes two presses."];function Fe({text:t}){return t?n`<div class="guidelines as-written" dir="auto">${t}</div>`:n`<ul class="plain-list">
${Os.map(o=>n`<li key=${o}>${e(o)}</li>`)}
</ul>`}function ro(){let t=d(),{site:o,instead:s}=ee();if(!o)return s;let r=({guidelines:a=""})=>t.ask_http("site.change",{guidelines:a});return n`
<p>
${e("Everyone reads these when they come in for the first time. When you change them, everyone is asked to read them once more, the next time they come in.")}
</p>
<${R}
words=${e("Save")}
sure=${e("Yes, ask everyone to read them")}
keeps
ask=${r}
done=${()=>e("Saved.")}
>
<label class="field">
<span>${e("Our guidelines")}</span>
<textarea
name="guidelines"
rows="12"
maxlength="4000"
dir="auto"
defaultValue=${o.guidelines}
></textarea>
</label>
<p class="soft small">${e("Left empty, they are these:")}</p>
<${Fe} text="" />
<//>
`}var Ms=[["crisis","For a crisis"],["addiction","For addiction"],["poison/overdose","For poisoning or overdose"]];function ao(){return{name:"",purpose:"crisis",tel:null,sms:null,sms_word:"",url:null,languages:["en"],hours:"",source:""}}function io(t,o){let s=r=>(t[`${r}-${o}`]??"").trim();return{name:s("name"),purpose:s("purpose"),tel:s("tel")||null,sms:s("sms")||null,sms_word:s("sms_word"),url:s("url")||null,languages:s("languages").split(/[\s,]+/).filter(Boolean),hours:s("hours"),source:s("source")}}function lo({number:t,line:o,suffix:s,on_remove:r}){let a=(i,l,c={})=>n`<label class="field">
<span>${l}</span>
<input
name=${`${i}-${s}`}
autocomplete="off"
defaultValue=${o[i]??""}
...${c}
/>
</label>`;return n`
<fieldset class="card">
<legend>${e("Our line {number}",{number:t})}</legend>
${a("name",e("Its name"),{required:!0})}
<label class="field">
<span>${e("What for")}</span>
<select name=${`purpose-${s}`}>
${Ms.map(([i,l])=>n`<option key=${i} value=${i} selected=${i===o.purpose}>
${e(l)}
</option>`)}
</select>
</label>
${a("tel",e("Number to call"),{type:"tel",inputmode:"tel"})}
${a("sms",e("Number to text"),{type:"tel",inputmode:"tel"})}
${a("sms_word",e("The word to text, if it needs one"))}
${a("url",e("Web address"),{type:"url",placeholder:"https://"})}
${a("hours",e("When they answer"),{required:!0})}
${a("languages",e("Languages, by their short codes: en, es"),{required:!0,defaultValue:o.languages.join(", ")})}
${a("source",e("A page where everyone can look it up"),{type:"url",required:!0,placeholder:"https://"})}
<button type="button" class="quiet" onClick=${r}>${e("Take this line out")}</button>
</fieldset>
`}var Is=3;function co({overview:t,on_changed:o}){let{site:s,instead:r}=ee();return s?n`
<h2>${e("Whose lines come first")}</h2>
<${Ps} site=${s} on_changed=${o} />
<h2>${e("Call these")}</h2>
<${qs}
key=${JSON.stringify(s.own_lines)}
country=${s.help_country}
confirmed=${t.helplines_confirmed}
on_changed=${o}
/>
`:r}function Ps({site:t,on_changed:o}){let s=d(),[r,a]=$(t.help_country),[i,l]=$(Ds(t.own_lines));async function c(h){let w={country:r,own:i.map(({key:v})=>io(h,v))},A=await s.step_up.withStepUp(()=>s.ask_http("site.set_helplines",w));return A.ok&&(await s.helplines.refresh(),await o()),A}let p=Math.max(0,...i.map(({key:h})=>h))+1,{list:u,leaves:m}=F();Ns(u,i.length);function f(h){m(),l(i.filter(w=>w!==h))}return n`
<${R}
words=${e("Save")}
keeps
ask=${c}
done=${()=>e("Saved. Please call all of them before you confirm them below.")}
>
<label class="field">
<span>${e("The country where most of your people live")}</span>
<select
value=${r}
onChange=${h=>a(h.target.value)}
>
<option value="">${e("None: everyone chooses for themselves")}</option>
${t.countries.map(({code:h,name:w})=>n`<option key=${h} value=${h}>${w}</option>`)}
</select>
</label>
<ul class="cards" ref=${u}>
${i.map((h,w)=>n`<li key=${h.key}>
<${lo}
number=${w+1}
line=${h}
suffix=${h.key}
on_remove=${()=>f(h)}
/>
</li>`)}
</ul>
${i.length<Is&&n`<button
type="button"
class="quiet"
onClick=${()=>l([...i,{...ao(),key:p}])}
>
${e("Add a line of our own")}
</button>`}
<p class="soft small">
${e("You are asked once more who you are: a wrong number is the worst this place could show.")}
</p>
<//>
`}function Ns(t,o){let s=S(o);te(()=>{let r=o>s.current;s.current=o,r&&t.current?.lastElementChild?.querySelector("input")?.focus()},[o])}function Ds(t){return t.map((o,s)=>({...o,key:s}))}function qs({country:t,confirmed:o,on_changed:s}){let r=d(),[a,i]=$(r.helplines.kept());_(()=>{r.helplines.refresh().then(()=>i(r.helplines.kept()))},[]);let l=a.countries.filter(({code:m})=>m===t),c=a.international?[a.international]:[],p=[...l.length>0?l:a.countries,...c];async function u(){let m=await r.ask_http("site.confirm_helplines",{});r.tellRefusal(m),m.ok&&r.tell(e("Thank you. That is noted.")),await s()}return n`
${p.map(m=>n`<${Fs} key=${m.code} country=${m} />`)}
${o?n`<p class="soft">${e("Somebody has called these, and people answer there.")}</p>`:n`<div class="card">
<p><b>${e("Call the help lines first.")}</b></p>
<p>
${e("Nobody comes in uninvited until someone has called the numbers that your people may need.")}
</p>
<${E}
words=${e("We have called them")}
sure=${e("Yes, they answer")}
on_press=${()=>{u()}}
>
<p class="soft">
${e("A wrong number is the worst that this place could show someone.")}
</p>
<//>
</div>`}
`}function Ls({tel:t,sms:o,url:s}){let r=[t&&e("call {number}",{number:t}),o&&e("text {number}",{number:o.number}),s];return ve(r.filter(a=>a!==null))}function Fs({country:t}){return n`
<h3>${t.name}</h3>
<ul class="plain-list">
${t.emergency&&n`<li>${e("Emergency: {number}",{number:t.emergency})}</li>`}
${t.lines.map((o,s)=>n`<li key=${s}>
<b>${o.name}</b>: ${Ls(o)}
<span class="soft small"> (${o.hours})</span>
</li>`)}
</ul>
`}function po({waiting:t,on_changed:o}){let s=d(),[r,a]=$(!1),i=Q(t.map(m=>m.user_id).join(" ")),{list:l,heading:c,leaves:p}=F();async function u(m,f){p(),a(!0);let h=await s.ask_http(m,{user_id:f});h.ok?m==="user.admit"?s.tell(e("They are in.")):s.tell(e("You said no. Their page says so, kindly.")):s.tellRefusal(h),await o(),a(!1)}return n`
<h2 ref=${c} tabindex="-1">${e("At the door")}</h2>
${t.length===0&&n`<p class="soft">${e("Nobody waits to be let in.")}</p>`}
<ul class="cards" ref=${l}>
${t.map(m=>n`<li key=${m.user_id} class="card">
<p>
${Y("{handle} knocked {day}",{handle:n`<b>${m.handle}</b>`,day:n`<span class="soft">${Se(m.knocked_on,s.now())}</span>`})}
</p>
<div class="row">
<button
type="button"
class="main"
aria-label=${e("Let {handle} in",{handle:m.handle})}
disabled=${r||!i}
onClick=${()=>u("user.admit",m.user_id)}
>
${e("Let in")}
</button>
<${E}
words=${e("Say no to {handle}",{handle:m.handle})}
sure=${e("Yes, say no to {handle}",{handle:m.handle})}
on_press=${()=>u("user.refuse",m.user_id)}
/>
</div>
</li>`)}
</ul>
`}function uo({person:t,on_changed:o}){let s=d(),[r,a]=$(null);async function i({met:c}){let p={user_id:t.user_id,met:c==="yes"},u=await s.step_up.withStepUp(()=>s.ask_http("restore.ask",p));return u.ok&&(a({...u,met:p.met}),await o()),u}function l(){a(null),ne()}return r?n`<${Ys} ...${r} handle=${t.handle} on_done=${l} />`:n`
<details>
<summary>${e("Help them back in")}</summary>
<p class="soft small">
${e("For someone who lost their passphrase and their codes. You get a code to hand to them. Every device on which they are signed in is told, and can stop it.")}${" "}
${t.role==="moderator"&&e("They are a member then, until they are named again.")}
</p>
<${R} words=${e("Make the code")} ask=${i}>
<fieldset>
<legend>${e("Did you meet them?")}</legend>
<label class="check">
<input type="radio" name="met" value="no" checked />
<span>${e("No. The code works after 24 hours.")}</span>
</label>
<label class="check">
<input type="radio" name="met" value="yes" />
<span>
${e("Yes, face to face. It works as soon as another of us says so too, or at once where there is nobody else.")}
</span>
</label>
</fieldset>
<//>
</details>
`}function Ys({code:t,from_at:o,until:s,handle:r,met:a,on_done:i}){let c=d().now(),p=q(s,c),u=o<=c?e("It works now, until {at}.",{at:p}):e("It works from {from}, unless they stop it, until {at}.",{from:q(o,c),at:p});return n`
<${$e}
title=${e("Shown only now")}
on_done=${i}
more=${n`<${re} text=${t} />`}
>
<p>${e("Hand this code to {handle}, in person or by phone.",{handle:r})}</p>
<p><code class="big-code">${t}</code></p>
<p class="soft">
${u}${" "}
${e("They use it under “I have a recovery code”, where one signs in.")}
</p>
${a&&o>c&&n`<p>
${e("It works at once when another of us says so too: under People, I met them too.")}
</p>`}
<//>
`}var Hs=864e5,Us=["member","moderator","admin"];function mo({alone:t,on_changed:o}){let s=d(),[r,a]=$(null),[i,l]=$(0);async function c({handle:u=""}){let m=await s.ask_http("user.find",{handle:u});return!m.ok&&m.error.code==="not_found"&&(m.error.message=e("Nobody here has that name.")),a(m.ok?m.user:null),l(f=>f+1),m.ok&&await o(),m}async function p(){let u=r&&await s.ask_http("user.find",{handle:r.handle});u?.ok&&a(u.user),await o()}return n`
<h2>${e("Find a person")}</h2>
<${R} words=${e("Find")} kind="quiet" keeps ask=${c}>
<label class="field">
<span>${e("Their name here, as they write it")}</span>
<input name="handle" required autocomplete="off" autocapitalize="none" spellcheck=${!1} />
</label>
<//>
${r&&n`<${zs}
key=${r.user_id}
person=${r}
alone=${t}
searches=${i}
on_changed=${p}
/>`}
`}function zs({person:t,alone:o,searches:s,on_changed:r}){let{me:a}=g.value,i=a?.role==="admin",l=a?.user_id===t.user_id,c=t.role==="member"||i&&t.role!=="admin",p=!l&&c&&t.state!=="waiting",u=t.state==="active"||t.state==="banned",m=i&&!l&&(t.state==="active"||t.role!=="member"),f={person:t,on_changed:r};return n`
<div class="card person-card">
<h3>${t.handle}</h3>
<p class="soft">${Bs(t,l)}</p>
${p&&u&&n`<${Ks} ...${f} />`}
${p&&u&&n`<${js} person=${t} />`}
${p&&u&&n`<${uo} ...${f} />`}
${m&&n`<${Gs} key=${s} ...${f} alone=${o} />`}
${p&&i&&n`<${Js} ...${f} />`}
</div>
`}function Bs({role:t,state:o},s){return`${[se(t),ye(o),s?e("this is you"):""].filter(Boolean).join("; ")}.`}function Ks({person:t,on_changed:o}){let s=d(),{user_id:r}=t;async function a({reason:l,days:c}){let p=c===""?null:s.now()+Number(c)*Hs,u=await s.ask_http("sanction.ban",{user_id:r,reason:l,until:p});return u.ok&&(s.tell(e("Done. {handle} is out on every device.",{handle:t.handle})),await o()),u}async function i(){let l=await s.ask_http("sanction.lift",{user_id:r});s.tellRefusal(l),l.ok&&s.tell(e("{handle} can come back in.",{handle:t.handle})),await o()}if(t.state==="banned"){let{banned_until:l,ban_reason:c}=t,p=l===null?e("Kept out until somebody lifts it."):e("Kept out until {at}.",{at:q(l,s.now())});return n`
<p>${p} ${Ce(c??"")}</p>
<${E}
words=${e("Let them back in")}
sure=${e("Yes, let them in")}
on_press=${i}
/>
`}return n`
<details>
<summary>${e("Keep them out for a while")}</summary>
<p class="soft small">
${e("They are told the reason and until when. They can still ask for help.")}
</p>
<${R} words=${e("Keep them out")} ask=${a}>
<label class="field">
<span>${e("Why")}</span>
<select name="reason" required>
${ct.map(([l,c])=>n`<option value=${l}>${e(c)}</option>`)}
</select>
</label>
<label class="field">
<span>${e("How long")}</span>
<select name="days">
<option value="1">${e("A day")}</option>
<option value="7">${e("A week")}</option>
<option value="30">${e("30 days")}</option>
<option value="">${e("Until somebody lifts it")}</option>
</select>
</label>
<//>
</details>
`}function js({person:t}){let o=d();async function s(){let r=await o.ask_http("user.end_sign_ins",{user_id:t.user_id});o.tellRefusal(r),r.ok&&o.tell(e("Signed out everywhere."))}return n`<${E}
words=${e("Sign them out everywhere")}
sure=${e("Yes, sign them out")}
on_press=${s}
/>`}function Gs({person:t,alone:o,on_changed:s}){let[r,a]=$("");return n`
<details>
<summary>${e("Give or take back a role")}</summary>
${r?n`<${Xs} words=${r} />`:n`<${Qs}
person=${t}
alone=${o}
on_done=${i=>(a(Vs(i)),s())}
/>`}
</details>
`}function Vs({state:t,role:o}){return t!=="done"?e("Proposed. Another administrator has to agree."):o==="member"?e("Done. They sign in anew."):e("Done. They sign in anew, and set up an authenticator app before any of it works.")}function Xs({words:t}){let o=S(null);return _(()=>o.current?.focus(),[]),n`<p ref=${o} tabindex="-1" role="status" class="outcome">${t}</p>`}function Qs({person:t,alone:o,on_done:s}){let r=d(),[a,i]=$(""),{handle:l}=t,c=a==="member"?e("Make {handle} a member again",{handle:l}):a?e("Make {handle} {role}",{handle:l,role:fe(a)}):e("Give the role");async function p({role:u}){let m={user_id:t.user_id,role:u},f=await r.step_up.withStepUp(()=>r.ask_http("role.propose",m));return f.ok&&await s(f.proposal),f}return n`
<p class="soft small">
${e("Moderators see reports and requests for help and can look into every room. Administrators look after the place and read no room.")}${" "}
${o?e("You decide this alone. Everyone else who looks after the place is told, and can take it back for 72 hours."):e("Giving one takes two administrators.")}
</p>
<${R}
words=${c}
sure=${a==="admin"?e("Yes, an administrator"):""}
keeps
ask=${p}
>
<label class="field">
<span>${e("What they are to be")}</span>
<select
name="role"
required
value=${a}
onChange=${u=>i(u.target.value)}
>
<option value="">${e("Choose …")}</option>
${Us.filter(u=>u!==t.role).map(u=>n`<option key=${u} value=${u}>${se(u)}</option>`)}
</select>
</label>
<//>
`}function Js({person:t,on_changed:o}){let s=d(),r=t.state!=="frozen";async function a(){let i={user_id:t.user_id,frozen:r},l=await s.step_up.withStepUp(()=>s.ask_http("user.freeze",i));s.tellRefusal(l),l.ok&&s.tell(r?e("The account is closed."):e("The account is open again.")),await o()}return r?n`<${E}
words=${e("Close the account")}
sure=${e("Yes, close it")}
on_press=${a}
>
<p class="soft small">
${e("Nobody signs in to it any more, until it is opened again. What they wrote stays.")}
</p>
<//>`:n`<${E}
words=${e("Open the account again")}
sure=${e("Yes, open it")}
on_press=${a}
/>`}function fo({proposals:t,on_changed:o}){let s=d(),{list:r,heading:a,leaves:i}=F();if(t.length===0)return null;async function l(c,p){let u=await s.step_up.withStepUp(()=>s.ask_http(c,{proposal_id:p}));s.tellRefusal(u),i(),u.ok&&s.tell(e("Done.")),await o()}return n`
<h2 ref=${a} tabindex="-1">${e("To decide, or to know")}</h2>
<ul class="cards" ref=${r}>
${t.map(c=>n`<${Zs} key=${c.proposal_id} proposal=${c} decide=${l} />`)}
</ul>
`}function Zs({proposal:t,decide:o}){let s=d(),{proposal_id:r,kind:a,user:i,proposer:l,state:c,due_at:p}=t,{me:u}=g.value,m=l?.user_id===u?.user_id,f=i.user_id===u?.user_id,h=u?.role==="admin",w=c==="waiting"&&!f,A=h||t.role_before==="member",v=a==="role"&&c==="done"&&p>s.now()&&!f,b={agree:w&&a==="role"&&h&&!m,meet:w&&a==="restore"&&p>s.now()&&!m&&A,stop:w&&(a==="restore"||h)},y=(k,x,W)=>n`<${E}
words=${x}
label=${`${x}: ${i.handle}`}
sure=${W}
on_press=${()=>o(k,r)}
/>`;return n`
<li class="card">
<p>${en(t)}</p>
<p class="soft small">${tn(t,s.now())}</p>
<div class="row">
${b.agree&&y("proposal.approve",e("Agree"),e("Yes, I agree"))}
${b.meet&&y("restore.confirm",e("I met them too"),e("Yes, I met them"))}
${b.stop&&y("proposal.refuse",e("Stop it"),e("Yes, stop it"))}
${v&&y("proposal.undo",e("Take it back"),e("Yes, take it back"))}
</div>
</li>
`}function en({kind:t,user:o,role:s,proposer:r,state:a}){let i=r?r.handle:e("Someone who has left"),l=n`<b>${o.handle}</b>`;if(t==="restore")return Y("{who} helps {handle} back into their account.",{who:i,handle:l});let c=fe(s??"member"),p={who:i,handle:l,role:c};return a==="done"||a==="undone"?Y("{who} made {handle} {role}.",p):a==="waiting"?Y("{who} proposes {handle} as {role}.",p):Y("{who} proposed {handle} as {role}.",p)}function tn({kind:t,state:o,met:s,due_at:r},a){let i=q(r,a);if(o==="waiting"&&t==="role")return e("Another administrator has to agree, by {at}.",{at:i});if(o==="waiting"){let l=s>0?`${U("{count} of us met them.","{count} of us met them.",s)} `:"";return r<=a?`${l}${e("The code works now.")}`:`${l}${e("The code works from {at}, unless they stop it.",{at:i})}`}return o==="lapsed"?t==="restore"?e("The code was not used in time."):e("Nobody decided in time."):o==="refused"?e("Stopped."):o==="stopped"?e("They stopped it: it was not them who asked."):o==="undone"?e("It was undone."):t==="restore"?e("They are back."):r>a?e("Done. It can be taken back until {at}.",{at:i}):e("Done.")}function $o({overview:t,on_changed:o}){return n`
<${po} waiting=${t.waiting} on_changed=${o} />
<${fo} proposals=${t.proposals} on_changed=${o} />
<${mo} alone=${t.alone} on_changed=${o} />
<h2>${e("Who looks after this place")}</h2>
<ul class="people">
${t.staff.map(s=>n`<li key=${s.user.user_id} class="person">
<div class="person-row">
<span class="who">${s.user.handle}</span>
<span class="tag">${qt(s.role)}</span>
${ye(s.state)&&n`<span class="tag">${ye(s.state)}</span>`}
${!s.proven&&n`<span class="tag">${e("not set up yet")}</span>`}
</div>
</li>`)}
</ul>
`}var on=[["open","Open: anyone may come in by themselves"],["invite","By invitation: whoever was given a link"],["closed","Closed: nobody new comes in for now"]];function sn(t){return t==="open"?e("Anyone can come in by themselves."):t==="invite"?e("New people come in by invitation."):e("Nobody new comes in for now.")}function ho({overview:t,on_changed:o}){let s=d(),{site:r,instead:a}=ee();if(!r)return a;async function i({registration:c}){let p={registration:c},u=await s.step_up.withStepUp(()=>s.ask_http("site.set_registration",p));return u.ok&&await o(),u}let l=r.chosen==="open"&&!t.helplines_confirmed;return n`
<p class="lead">${sn(t.registration)}</p>
${l&&n`<p class="card">
${e("You chose an open door. It opens as soon as somebody has called the help lines that your people may need; until then people come in by invitation.")}${" "}
<a href="/app/care/help-lines">${e("Help lines")}</a>
</p>`}
<${R} words=${e("Save")} keeps ask=${i} done=${()=>e("Saved.")}>
<fieldset>
<legend>${e("Who may make an account")}</legend>
${on.map(([c,p])=>n`<label key=${c} class="check">
<input
type="radio"
name="registration"
value=${c}
defaultChecked=${c===r.chosen}
/>
<span>${e(p)}</span>
</label>`)}
</fieldset>
<p class="soft small">
${e("You are asked once more who you are. People who are in stay in.")}
</p>
<//>
`}function wo(){let t=d(),[o,s]=$(null),[r,a]=$(!1),{items:i,cursor:l,problem:c,known:p,load:u}=D(f=>t.ask_http("room.list",{cursor:f}),f=>f.rooms,[o,r]);async function m({room_id:f,name:h},w){let A=await t.ask_http("room.update",{room_id:f,closed:w});t.tellRefusal(A),A.ok&&t.tell(w?e("{name} is closed.",{name:h}):e("{name} is open again.",{name:h})),await u(null)}return n`
<p>
<button type="button" class="main" onClick=${()=>a(!0)}>
${e("Open a new room")}
</button>
</p>
${c&&n`<p class="problem" role="alert">${c}</p>`}
${p&&i.length===0&&n`<p class="soft">${e("There are no rooms yet.")}</p>`}
<ul class="cards">
${i.map(({room:f})=>n`<${nn}
key=${f.room_id}
room=${f}
on_change=${()=>s(f)}
on_close=${h=>{m(f,h)}}
/>`)}
</ul>
<${I} cursor=${l} words=${e("More rooms")} load=${u} />
${o&&n`<${he} room=${o} on_close=${()=>s(null)} />`}
${r&&n`<${he} room=${null} on_close=${()=>a(!1)} />`}
`}function nn({room:t,on_change:o,on_close:s}){let{name:r}=t,a=Pe(t.closed);return n`
<li class="card" ref=${a}>
<h2 class="card-title">
${r}${t.closed&&n` <span class="tag">${e("closed")}</span>`}
</h2>
<p class="soft small">${e(pe[t.access]??"")}</p>
<div class="row">
<button
type="button"
class="quiet"
aria-label=${e("Settings: {name}",{name:r})}
onClick=${o}
>
${e("Settings")}
</button>
${t.closed?n`<${E}
key="open"
words=${e("Open it again")}
label=${e("Open it again: {name}",{name:r})}
sure=${e("Yes, open it")}
on_press=${()=>s(!1)}
/>`:n`<${E}
key="close"
words=${e("Close it")}
label=${e("Close it: {name}",{name:r})}
sure=${e("Yes, close it")}
on_press=${()=>s(!0)}
>
<p class="soft small">
${e("Nobody writes in it or comes in any more. Whoever is in it can go on reading what is kept. It can be opened again.")}
</p>
<//>`}
</div>
</li>
`}var rn="/app/care",bo=[{name:"people",title:"People",about:"Who waits, what to decide, find someone",part:$o},{name:"invites",title:"Invitations",about:"A link or a flyer, to hand on",part:Kt}],an=[{title:"",sections:[...bo,{name:"record",title:"What I did",part:Qe}]}],ln=[{title:"Who is here",sections:bo},{title:"The place",sections:[{name:"rooms",title:"Rooms",about:"Open, change and close them",part:wo},{name:"door",title:"New people",about:"Who may come in by themselves",part:ho},{name:"face",title:"Name and colours",about:"What people see first",part:no},{name:"guidelines",title:"Guidelines",about:"How we are with each other, in all rooms",part:ro},{name:"help-lines",title:"Help lines",about:"Whose numbers come first, and our own",part:co},{name:"record",title:"What was done",about:"By staff",part:Qe}]}];function Du(){let{account:t}=g.value,o=ie(g.value);return N(e("Looking after this place")),o&&t.proven?n`<${pn} />`:n`
<section class="page narrow" data-region>
<a class="back" href="/app">${e("All rooms")}</a>
<h1>${e("Looking after this place")}</h1>
${o?n`<${cn} has=${t.second_factor} />`:n`<p>${e("This page is for those who look after the place.")}</p>`}
</section>
`}function cn({has:t}){return t?n`
<p>
${e("You came in here without the six digits from your app. Show them once, and this works.")}
</p>
<p><a class="button main" href="/step-up?to=/app/care">${e("Show them")}</a></p>
`:n`
<p>
${e("You look after this place. What you may do works once your account is kept by more than a passphrase: an app on your phone that shows six digits.")}
</p>
<p><a class="button main" href="/second-factor">${e("Set it up")}</a></p>
`}function pn(){let{overview:t,problem:o,load:s}=un(),r=o&&n`<p class="problem pad" role="alert">${o}</p>`;if(!t)return r||n`<p class="soft pad" role="status">${e("One moment …")}</p>`;let a=t.proposals.filter(i=>i.state==="waiting").length;return n`
${r}
${t.unseen_reports>0&&n`<p class="problem pad">
${e("A report waits that no moderator can see. Name a moderator.")}
</p>`}
<${Le}
title=${e("Looking after this place")}
lead=""
base=${rn}
groups=${g.value.me?.role==="admin"?ln:an}
news=${{people:t.waiting.length+a}}
common=${{overview:t,on_changed:s}}
/>
`}function un(){let t=d(),[o,s]=$(null),[r,a]=$(""),i=M.value==="up",{staff_new:l,site:c}=g.value;async function p(){let f=await t.ask_http("staff.overview",{});if(!f.ok)return a(T(f.error,t.now()));a(""),s(f),g.peek().staff_new&&X(h=>({...h,staff_new:0}))}let u=l>0,m=S(null);return _(()=>{!i||m.current===c&&!u||(m.current=c,p())},[i,u,c]),{overview:o,problem:r,load:p}}function Gu(){let t=d(),[o,s]=$(null),[r,a]=$(""),i=M.value==="up";async function l(){let p=await t.ask_http("site.guidelines",{});if(!p.ok)return a(T(p.error,t.now()));a(""),s(p)}N(e("How we are with each other")),_(()=>{i&&l()},[i]);async function c(){let{version:p}=o,u=await t.ask_http("site.accept_guidelines",{version:p});if(u.ok)return X(m=>it(m,p));await l(),a(T(u.error,t.now()))}return n`
<section class="page narrow" data-region>
<h1>${e("How we are with each other")}</h1>
<p class="lead">${e("This has changed since you were last here. Please read it, then go on.")}</p>
${r&&n`<p class="problem" role="alert">${r}</p>`}
${o?n`<${Fe} text=${o.text} />
<p class="row">
<button type="button" class="main" onClick=${()=>{c()}}>
${e("I have read this. Go on")}
</button>
<button type="button" class="quiet" onClick=${()=>{t.sign_out()}}>
${e("Sign out")}
</button>
</p>`:n`<p class="soft" role="status">${e("One moment …")}</p>`}
</section>
`}function em({unreached:t=!1}){return N(e("Help now")),n`
<section class="page" data-region>
${!t&&n`<a class="back" href="/app">${e("All rooms")}</a>`}
<h1>${e("Help now")}</h1>
${t&&n`<p class="lead">
${e("Your rooms can’t be reached just now. They open by themselves when that changes.")}
</p>`}
<${Re} />
</section>
`}var mn={open:"open",request:"on request",invite:"by invitation"};function gm(){let t=d(),o=g.value,[s,r]=$(null),[a,i]=$(!1),[l,c]=$(null),p=Object.keys(o.rooms).join(" "),u=a||l?1:0,m=M.value==="up",{items:f,cursor:h,problem:w,known:A,load:v}=D(P=>t.ask("room.list",{cursor:P}),P=>P.rooms,[p,u]),b=w||(A?"":e("One moment …"));N(e("Rooms"));let y=o.me?.role==="admin",x=M.value!=="up"&&M.value!=="starting"&&f.length===0?e("The rooms can't be shown until you are back."):b,W=f.filter(({room:P})=>!o.rooms[P.room_id]),O=!x&&W.length===0,B=y&&O&&h===null;return n`
<section class="page lobby" data-region>
<h1>${e("Rooms")}</h1>
<p class="lead">
${o.me&&n`${e("Good to see you, {handle}.",o.me)}${" "}`}
${y?e("You look after rooms here; administrators don't enter them."):e("Just reading is fine.")}
</p>
${!y&&n`<${dn} />`}
${!y&&n`<${$n} />`}
${!y&&n`<section class="phone-only">
<h2>${e("Your rooms")}</h2>
<${Mt} />
</section>`}
<section>
<h2>${fn(y,p!=="")}</h2>
${x&&n`<p class="soft" role="status">${x}</p>`}
${O&&n`<${Ie} picture="house" words=${hn(B,p!=="")} />`}
<ul class="cards">
${W.map(P=>n`<${wn}
key=${P.room.room_id}
listed=${P}
on_open=${r}
on_change=${c}
/>`)}
</ul>
<${I} cursor=${h} words=${e("More rooms")} load=${v} />
</section>
${m&&at(o)&&n`<p>
<button type="button" class=${B?"main":"quiet"} onClick=${()=>i(!0)}>
${B?e("Open the first room"):e("Open a new room")}
</button>
</p>`}
${m&&!y&&n`<${gn} />`}
${s&&n`<${C} title=${s.room.name} on_close=${()=>r(null)}>
<${Dt} listed=${s} on_done=${()=>r(null)} />
<//>`}
${l&&n`<${he} room=${l} on_close=${()=>c(null)} />`}
${a&&n`<${he} room=${null} on_close=${()=>i(!1)} />`}
</section>
`}function dn(){let t=d(),o=S(null),[s,r]=$(!1),a=nt(g.value)>0;_(()=>{a&&r(!1)},[a]);async function i(){await t.act.markAllRead()&&(r(!0),o.current?.focus())}return n`
<p role="status" class="soft" tabindex="-1" ref=${o}>${s&&e("Everything is read.")}</p>
${a&&n`<p>
<button type="button" class="quiet" onClick=${()=>{i()}}>
${e("Mark all as read")}
</button>
</p>`}
`}function fn(t,o){return t?e("All rooms"):o?e("Other rooms"):e("Rooms to come into")}function $n(){let t=_e(g.value).filter(({membership:o})=>o.standing==="invited");return t.length===0?null:n`
<section>
<h2>${e("You are invited")}</h2>
<ul class="cards">
${t.map(({room:o})=>n`<li key=${o.room_id} class="card">
<h3>${o.name}</h3>
${o.about&&n`<p>${o.about}</p>`}
<div class="row">
<a
class="button main door-link"
href=${K(o.room_id)}
aria-label=${e("Come in: {room}",{room:o.name})}
>
${e("Come in")}
</a>
</div>
</li>`)}
</ul>
</section>
`}function hn(t,o){return t?e("There are no rooms yet."):o?e("There are no others just now."):e("There are no rooms yet. Please look in again.")}function wn({listed:t,on_open:o,on_change:s}){let{room:r}=t,a=g.value.me?.role==="admin";return n`
<li class="card door-card">
<${Et} room_id=${r.room_id} />
<h3>${r.name} <span class="tag">${e(mn[r.access]??"")}</span></h3>
${r.about&&n`<p>${r.about}</p>`}
<div class="row">
${a?rt(g.value)&&n`<button
type="button"
class="quiet"
aria-label=${e("Settings: {room}",{room:r.name})}
onClick=${()=>s(r)}
>
${e("Settings")}
</button>`:n`<button
type="button"
class="quiet door-link"
aria-label=${e("Look in: {room}",{room:r.name})}
onClick=${()=>o(t)}
>
${e("Look in")}
</button>`}
${ae(g.value)&&n`<a
class="button quiet door-link"
href=${K(r.room_id)}
aria-label=${e("Go in as moderator: {room}",{room:r.name})}
>
${e("Go in as moderator")}
</a>`}
</div>
</li>
`}function bn({room:t}){return t?e("Done."):e("You are here already. It is still good for someone else.")}function gn(){let t=d(),o=t.invitation.value;async function s({code:r=""}){let a=await t.ask_http("invite.use",{code:r});return a.ok&&(t.invitation.value="",await t.session.sync(),a.room&&t.router.go(K(a.room.room_id))),a}return n`
<details open=${o!==""}>
<summary>${e("I was given a code")}</summary>
<${R} words=${e("Use it")} kind="quiet" ask=${s} done=${bn}>
<label class="field">
<span>${e("The code, or the whole link")}</span>
<input
name="code"
required
value=${o}
autocomplete="off"
autocapitalize="none"
spellcheck=${!1}
/>
</label>
<//>
</details>
`}function Mm(){return N(e("Reports and requests")),n`
<section class="page narrow" data-region>
<a class="back" href="/app">${e("All rooms")}</a>
<h1>${e("Reports and requests")}</h1>
<${yn} />
<${kn} />
</section>
`}function Ze(t){let o=xe.find(([s])=>s===t)?.[1];return o?e(o):t}function yn(){let t=d(),o=g.value.help_new>0,{items:s,cursor:r,problem:a,known:i,load:l}=D(c=>t.ask("help.list",{cursor:c}),c=>c.requests,[o]);return _(()=>{i&&t.news.helpSeen(s)},[s]),n`
<h2>${e("People who want to talk")}</h2>
<p class="soft small">
${e("Nobody has answered them from here: this page only tells you. Look for them in a room.")}
</p>
<${go} problem=${a} known=${i} />
${i&&s.length===0&&n`<p class="soft">${e("Nobody is waiting.")}</p>`}
<ul class="cards">
${s.map(c=>n`<${vn} key=${c.help_id} ...${c} />`)}
</ul>
<${I} cursor=${r} words=${e("Older ones")} load=${l} />
`}function kn(){let t=d(),o=g.value.reports_new>0,{items:s,cursor:r,problem:a,known:i,load:l}=D(w=>t.ask("report.list",{cursor:w}),w=>w.reports,[o]),c=s.filter(w=>w.closed_at===null),p=s.filter(w=>w.closed_at!==null),{list:u,heading:m,leaves:f}=F();_(()=>{i&&t.news.reportsSeen(c)},[s]);async function h(w){let A=await t.ask("report.close",{report_id:w});t.tellRefusal(A),A.ok&&t.tell(e("Seen to.")),f(),await l(null)}return n`
<h2 ref=${m} tabindex="-1">${e("Reported messages")}</h2>
<${go} problem=${a} known=${i} />
${i&&s.length===0&&n`<p class="soft">${e("Nothing has been reported.")}</p>`}
<ul class="cards" ref=${u}>
${c.map(w=>n`<${_n} key=${w.report_id} report=${w} close=${h} />`)}
</ul>
<ul class="cards">
${p.map(w=>n`<${Sn} key=${w.report_id} report=${w} />`)}
</ul>
<${I} cursor=${r} words=${e("Older ones")} load=${l} />
`}function go({problem:t,known:o}){return t?n`<p class="problem" role="alert">${t}</p>`:o?null:n`<p class="soft" role="status">${e("One moment …")}</p>`}function vn({asked_at:t,person:o,words:s}){return n`
<li class="card">
<p><b>${o.handle}</b> <${Je} at=${t} /></p>
<p class="words" dir="auto">${s||e("No words were added.")}</p>
</li>
`}function _n({report:t,close:o}){let s=Ze(t.reason),r=t.author.handle;return n`<li class="card">
<${yo} ...${t} />
<button
type="button"
class="quiet"
aria-label=${e("Seen to: {why}. Written by {handle}",{why:s,handle:r})}
onClick=${()=>{o(t.report_id)}}
>
${e("Seen to")}
</button>
</li>`}function Sn({report:t}){return n`<li class="card">
<details>
<summary>${e("Seen to: {why}",{why:Ze(t.reason)})}</summary>
<${yo} ...${t} />
</details>
</li>`}function yo(t){let{reason:o,reported_at:s,room_id:r,room_name:a,posted_at:i,author:l,reporter:c}=t,{warning:p,body:u,note:m}=t;return n`
<p><b>${Ze(o)}</b> <${Je} at=${s} /></p>
${p&&n`<p class="soft">${e("Content warning: {warning}",{warning:p})}</p>`}
<blockquote class="words" dir="auto">${u}</blockquote>
<p class="soft">
${Y("Written by {author} ({when}) in {room}; reported by {reporter}.",{author:l.handle,when:n`<${Je} at=${i} />`,room:n`<a href=${K(r)}>${a}</a>`,reporter:c.handle})}
</p>
${m&&n`<p dir="auto">${m}</p>`}
`}function Je({at:t}){let o=d();return n`<span class="soft">${ce(t,o.now())}, ${le(t)}</span>`}function Bm(){let t=d(),{items:o,cursor:s,problem:r,known:a,load:i}=D(m=>t.ask("message.saved",{cursor:m}),m=>m.messages);N(e("Saved messages"));let c=!(M.value==="up")&&M.value!=="starting"&&o.length===0,p=r||(a?"":e("One moment …")),u=c?e("What you saved can't be shown until you are back."):p;return n`
<section class="page saved" data-region>
<h1>${e("Saved messages")}</h1>
<p class="lead">
${e("Only you see what is here. When a message is taken back, or you leave its room, it goes from here as well.")}
</p>
<p class="soft" role="status">${u}</p>
${!u&&o.length===0&&n`<${Ie}
picture="lantern"
words=${e("Nothing here yet. Words that did you good can be kept: choose “Save it for myself” in a message's menu.")}
/>`}
<ul class="found">
${o.map(m=>n`<${xn} key=${m.message_id} message=${m} />`)}
</ul>
<${I} cursor=${s} words=${e("Show more")} load=${i} />
</section>
`}function xn({message:t}){let o=d(),[s,r]=$(!0);async function a(){await o.act.save(t.message_id,!s,{quietly:!0})&&r(!s)}return n`
<${qe} message=${t} room=${g.value.rooms[t.room_id]?.room.name}>
<button type="button" class="plain" onClick=${()=>{a()}}>
${s?e("Keep it no longer"):e("Keep it after all")}
</button>
<//>
`}function Qm(){return N(e("Search")),n`
<section class="page" data-region>
<a class="back" href="/app">${e("All rooms")}</a>
<h1>${e("Search")}</h1>
<${Ve} />
</section>
`}var et="chat.appearance",_o=Object.freeze([100,125,150,200]);function ko(t){let{theme:o,text:s,compact:r}=t??{};return{theme:o==="light"||o==="dark"?o:"system",text:_o.includes(s)?s:100,compact:r===!0}}function So(){let{device:t}=d(),[o,s]=$(()=>ko(t.get(et)));_(()=>{let a=()=>s(ko(t.get(et)));return addEventListener("storage",a),()=>removeEventListener("storage",a)},[]);function r(a){let i={...o,...a};s(i),t.set(et,i),dispatchEvent(new Event("appearance"))}return n`
<div class="stack appearance">
<${vo}
title=${e("Light or dark")}
name="theme"
chosen=${o.theme}
among=${[["system",e("As this device has it"),"device"],["light",e("Light"),"sun"],["dark",e("Dark"),"moon"]]}
on_choose=${a=>r({theme:a})}
/>
<${vo}
title=${e("Size of the letters")}
name="text"
chosen=${o.text}
among=${_o.map(a=>[a,e("{percent} %",{percent:ot(a)})])}
on_choose=${a=>r({text:a})}
/>
<label class="check">
<input
type="checkbox"
checked=${o.compact}
onChange=${a=>r({compact:a.target.checked})}
/>
<span>${e("Closer together: more fits on the screen")}</span>
</label>
<p class="soft small">${e("This is kept on this device alone.")}</p>
</div>
`}function vo({title:t,name:o,chosen:s,among:r,on_choose:a}){return n`
<fieldset>
<legend>${t}</legend>
<div class="choices">
${r.map(([i,l,c])=>n`<label key=${i} class="choice">
<input
type="radio"
name=${`appearance-${o}`}
checked=${i===s}
onChange=${()=>a(i)}
/>
${c&&n`<${oe} name=${c} />`}
<span>${l}</span>
</label>`)}
</div>
</fieldset>
`}function xo(){let t=d(),{items:o,cursor:s,problem:r,known:a,load:i}=D(m=>t.ask_http("user.blocks",{cursor:m}),m=>m.people,[g.value.blocks]),{list:l,leaves:c}=F();async function p(m,f){c(),await t.act.block(m,!1)&&(t.tell(e("{handle} is no longer blocked.",{handle:f})),await i(null))}let u=a&&o.length===0;return n`
${r&&n`<p class="problem" role="alert">${r}</p>`}
${u&&n`<p class="soft">${e("Nobody. You can block someone from a message of theirs.")}</p>`}
<ul class="people" ref=${l}>
${o.map(m=>{let f=m.handle||e("Someone");return n`<li key=${m.user_id} class="person">
<div class="person-row">
<span class="who">${f}</span>
<button
type="button"
class="quiet"
aria-label=${e("Unblock {handle}",{handle:m.handle||e("someone")})}
onClick=${()=>p(m.user_id,f)}
>
${e("Unblock")}
</button>
</div>
</li>`})}
</ul>
<${I} cursor=${s} load=${i} />
`}function Ao(){let t=d(),[o,s]=$([]);async function r(){let i=await t.step_up.withStepUp(()=>t.api("POST","/api/recovery-codes",{}));if(!i.ok)return t.tellRefusal(i);s(i.recovery_codes)}function a(){s([]),ne()}if(o.length>0){let i=n`<${re} text=${o.join(`
`)} words=${e("Copy them")} /> <${De} />`;return n`
<${$e}
title=${e("Your new codes, shown only now")}
on_paper
on_done=${a}
more=${i}
>
<p>${e("Write them down, and keep them where only you look. Each works once.")}</p>
<${Ht} codes=${o} />
<//>
`}return n`
<p>${e("One of them opens your account when the passphrase or the phone is lost.")}</p>
<${E}
words=${e("Make new codes")}
sure=${e("Yes, make new ones")}
on_press=${()=>{r()}}
>
<p>${e("The codes you have now stop working.")}</p>
<//>
`}var Ye="chat.discreet";function Co(){return n`
<div class="stack discreet">
<${An} />
<${Cn} />
<${Tn} />
</div>
`}function An(){let{device:t}=d(),[o,s]=$(()=>t.get(Ye)===!0),r=document.documentElement.dataset.neutral??"";_(()=>{let i=()=>s(t.get(Ye)===!0);return addEventListener("storage",i),()=>removeEventListener("storage",i)},[]);function a(i){s(i),i?t.set(Ye,!0):t.remove(Ye),dispatchEvent(new Event("appearance"))}return n`
<section>
<label class="check">
<input
type="checkbox"
checked=${o}
onChange=${i=>a(i.target.checked)}
/>
<span>${e("Call this place “{name}” on this device",{name:r})}</span>
</label>
<p class="soft">
${e("Its name, its sign and the titles of its pages then say nothing: in the tab, in the list of windows and on the home screen. The address stays what it is, and so does what the pages say. Only this browser knows of it.")}
</p>
</section>
`}function Cn(){return n`
<section>
<h2>${e("On your home screen")}</h2>
<p>
${e("It then opens like an app, and help now is there without a network. If it is to have the plain name, choose that first. An icon that is there already keeps its name: remove it, and put it there anew.")}
</p>
${mt()?n`<button type="button" class="quiet" onClick=${()=>{dt()}}>
${e("Put it on my home screen")}
</button>`:n`<p class="soft">
${e("In your browser’s menu, look for “Add to home screen” or “Install”.")}
</p>`}
</section>
`}function Tn(){let t=n`<a href="/exit">${e("what it does, and what it can’t")}</a>`;return n`
<section>
<h2>${e("Quick exit")}</h2>
<p>
${Y("The button at the top of every page, or the Shift key three times. Read {link}.",{link:t})}
</p>
</section>
`}function To(){let t=d(),{me:o}=g.value;return n`
<p>${e("You are {handle} here.",{handle:o?.handle??""})}</p>
<${R}
words=${e("Go by this name")}
ask=${({handle:s})=>t.ask_http("handle.change",{handle:s})}
done=${s=>e("You are {handle} now, everywhere.",{handle:s.user.handle})}
>
<label class="field">
<span>${e("A new name")}</span>
<input
name="handle"
required
minlength="2"
autocomplete="off"
autocapitalize="none"
spellcheck=${!1}
/>
</label>
<p class="soft small">
${e("Everyone sees only the new name, within a second, also above what you wrote before and where people mentioned you with @. What others typed out by hand stays as they wrote it. Nobody else can take your old name. You can change it once a day.")}
</p>
<//>
`}function Wo(){let t=d();async function o({passphrase:s,new_passphrase:r,code:a}){let i=(a??"").replaceAll(/\s/g,""),l={passphrase:s,new_passphrase:r,...i?{code:i}:{}},c=await t.api("POST","/api/passphrase",l);return c.ok&&await t.renewed(),c}return n`
<p>
${e("A few unrelated words make a good one. Everywhere else you are signed out by it.")}
</p>
<${R}
words=${e("Save")}
ask=${o}
done=${()=>e("Saved. Everywhere else you are signed out.")}
>
<label class="field">
<span>${e("Your passphrase now")}</span>
<input name="passphrase" type="password" required autocomplete="current-password" />
</label>
<${Xe} />
<label class="field">
<span>${e("A new passphrase")}</span>
<input name="new_passphrase" type="password" required autocomplete="new-password" />
</label>
<//>
`}function Ro(){let{hidden:t}=d(),o=t.topics.value;return n`
<fieldset>
<legend>${e("What would you rather not come upon?")}</legend>
<p class="soft small">
${e("Messages that their authors marked so are folded for you; you can still open each. This stays on this device: nobody else learns of it.")}
</p>
${Te.map(s=>n`<label key=${s} class="check">
<input
type="checkbox"
name=${s}
checked=${o.includes(s)}
onChange=${r=>t.set(s,r.target.checked)}
/>
<span>${We(s)}</span>
</label>`)}
</fieldset>
`}function Eo(){let{account:t}=g.value,o=ie(g.value);return t.second_factor?n`
<p>
${e("Signing in asks for six digits from your app.")}${" "}
${o&&e("Whoever looks after the place needs it.")}
</p>
<p><a class="button quiet" href="/second-factor">${e("Use another app or phone")}</a></p>
${!o&&n`<${Wn} />`}
`:n`
<p>
${o?e("You look after this place: what you may do works once this is set up."):e("With it, your passphrase alone opens nothing. Nobody needs it to be here.")}
</p>
<p><a class="button quiet" href="/second-factor">${e("Set it up")}</a></p>
`}function Wn(){let t=d();async function o(){let s=await t.step_up.withStepUp(()=>t.api("DELETE","/api/second-factor"));if(!s.ok)return t.tellRefusal(s);X(r=>({...r,account:{...r.account,second_factor:!1}})),t.tell(e("Your passphrase alone opens your account now.")),ne()}return n`
<${E}
words=${e("Do without it")}
sure=${e("Yes, do without it")}
on_press=${()=>{o()}}
>
<p>${e("Then your name and passphrase alone open your account.")}</p>
<//>
`}function Oo(){let t=d(),{me:o}=g.value,[s,r]=$(""),a=o?.visible===!0,i=o?.reading===!0;async function l(c,p){r(await t.act.showMe(c,p)?e("Kept."):"")}return n`
<fieldset>
<legend class="unseen">${e("Who may see that I am here")}</legend>
<label class="check">
<input
type="radio"
name="seen"
checked=${!a}
onChange=${()=>l(!1,i)}
/>
<span>${e("Only count me. Nobody sees my name until I write.")}</span>
</label>
<label class="check">
<input type="radio" name="seen" checked=${a} onChange=${()=>l(!0,i)} />
<span>${e("Show my name to the people in my rooms while I am there.")}</span>
</label>
</fieldset>
<label class="check">
<input
type="checkbox"
checked=${i}
onChange=${c=>l(a,c.target.checked)}
/>
<span>${e("I'm just reading. That is fine; nobody waits for me to write.")}</span>
</label>
<p class="soft small" role="status">${s}</p>
`}function Rn(t){return t==="phone"?e("A phone"):t==="computer"?e("A computer"):t==="program"?e("A program"):e("A device")}function Mo(){let t=d(),[o,s]=$([]),[r,a]=$(""),{list:i,leaves:l}=F(),c=M.value==="up";async function p(){let m=await t.ask_http("sign_in.list",{});if(!m.ok)return a(T(m.error,t.now()));a(""),s(m.sign_ins)}_(()=>{c&&p()},[c]);async function u(m){let f=await t.ask_http("sign_in.end",{sign_in_id:m});if(!f.ok)return t.tellRefusal(f);l(),t.tell(e("Signed out there.")),await p()}return n`
${r&&n`<p class="problem" role="alert">${r}</p>`}
<ul class="cards" ref=${i}>
${o.map(m=>n`<${En}
key=${m.sign_in_id}
sign_in=${m}
on_end=${()=>u(m.sign_in_id)}
/>`)}
</ul>
<p class="soft small">
${Y("Something you don't know? Sign it out, and choose {link}.",{link:n`<a href="/app/settings/passphrase">${e("a new passphrase")}</a>`})}
</p>
`}function En({sign_in:t,on_end:o}){let s=d(),{current:r,started_on:a}=t,i=Rn(t.device),l=e("Since {day}",{day:Se(a,s.now())});return n`
<li class="card">
<p><b>${i}</b>${r&&n` <span class="tag">${e("this one")}</span>`}</p>
<p class="soft small">${l}</p>
${!r&&n`<button
type="button"
class="quiet"
aria-label=${e("Sign out there: {device}. {since}",{device:i,since:l})}
onClick=${o}
>
${e("Sign out there")}
</button>`}
</li>
`}function Po(){let t=d(),o=be.value;return n`
<div class="stack">
<p class="soft">${e("On this device only.")}</p>
<${Io}
name="enter_sends"
legend=${e("The Enter key")}
options=${[["auto",e("Sends where there is a keyboard; on a phone it begins a new line")],["always",e("Always sends")],["never",e("Always begins a new line")]]}
/>
<${Io}
name="announce"
legend=${e("A screen reader tells new messages")}
options=${[["all",e("All of them")],["mentions",e("Only those that name me")],["off",e("None")]]}
/>
<label class="check">
<input
type="checkbox"
checked=${o.typing}
onChange=${s=>t.writing.choose({typing:s.target.checked})}
/>
<span>${e("Others may see that someone is writing while I write")}</span>
</label>
<label class="check">
<input
type="checkbox"
checked=${o.single_keys}
onChange=${s=>t.writing.choose({single_keys:s.target.checked})}
/>
<span>${e("Single letters do things while the list of messages has the focus")}</span>
</label>
<div>
<button type="button" class="quiet" onClick=${()=>It("shortcuts")}>
${e("Show all keys")}
</button>
</div>
</div>
`}function Io({name:t,legend:o,options:s}){let r=d();return n`
<fieldset>
<legend>${o}</legend>
${s.map(([a,i])=>n`<label key=${a} class="check">
<input
type="radio"
name=${t}
checked=${be.value[t]===a}
onChange=${()=>r.writing.choose({[t]:a})}
/>
<span>${i}</span>
</label>`)}
</fieldset>
`}var On="/app/settings",Mn=[{title:"Me, here",sections:[{name:"name",title:"My name here",part:To},{name:"seen",title:"Who may see that I am here",about:"Shown or only counted; just reading",part:Oo},{name:"blocked",title:"People I have blocked",part:xo}]},{title:"On this device",sections:[{name:"appearance",title:"Appearance",about:"Light or dark, how large, how close",part:So},{name:"writing",title:"Writing and being told",about:"Enter, typing, single keys, what is read aloud",part:Po},{name:"reading",title:"What I would rather not see",about:"Topics that are folded for me",part:Ro},{name:"discreet",title:"What others may find here",about:"A neutral name, the home screen, the quick exit",part:Co}]},{title:"My ways in",sections:[{name:"sign-ins",title:"Where I am signed in",about:"Sign out a phone or computer",part:Mo},{name:"passphrase",title:"A new passphrase",part:Wo},{name:"codes",title:"Recovery codes",about:"For when the passphrase is lost",part:Ao},{name:"second-factor",title:"Authenticator app",about:"Six digits beside the passphrase",part:Eo}]},{title:"My data",sections:[{name:"data",title:"Take my data with me",about:"Everything that is kept of me",part:eo},{name:"leaving",title:"Leaving",part:to}]}];function Df(){let{me:t}=g.value;return t?n`<${Le}
title=${e("Settings")}
lead=${e("You are {handle} here.",{handle:t.handle})}
base=${On}
groups=${Mn}
/>`:n`<p class="soft pad" role="status">${e("One moment …")}</p>`}var In=Ke(async()=>(await import("./later-EEWTKHXB.js")).SettingsData),Pn=Ke(async()=>(await import("./later-EEWTKHXB.js")).SettingsLeaving);function Vf(){let{account:t}=g.value,o=t.state==="waiting";return n`
<section class="page narrow" data-region>
${o?n`<${Nn} />`:t.state==="banned"?n`<${Dn} />`:n`<${qn} />`}
<h2>${e("If you need someone now")}</h2>
<${Re} />
<h2>${e("My data")}</h2>
<${In} />
${o&&n`<h2>${e("Leaving")}</h2>
<${Pn} />`}
</section>
`}function Xf(){return N(e("Signed out")),n`
<section class="page narrow" data-region>
<h1>${e("Signed out")}</h1>
<p class="soft">${e("Nothing of yours is shown here any more.")}</p>
<p><a href="/help">${e("Help now is there for you all the same.")}</a></p>
</section>
`}function tt(){let t=d();return n`<button type="button" class="quiet" onClick=${()=>{t.sign_out()}}>
${e("Sign out")}
</button>`}function Nn(){return N(e("Almost in")),n`
<h1>${e("Almost in")}</h1>
<p class="lead">
${e("We have told those who keep this place that you are at the door. When one of them lets you in, this page changes by itself. You can close it and come back.")}
</p>
<p class="row"><${tt} /></p>
`}function Dn(){let t=d(),{ban:o}=g.value.account;return N(e("Not for now")),n`
<h1>${e("You can't take part for now")}</h1>
<p class="lead">
${o?.until?e("Until {at}.",{at:q(o.until,t.now())}):e("Until somebody lets you back in.")}${" "}
${o?Ce(o.reason):""}
</p>
<p>${e("A person decided this, not a machine. “I need to talk” still works, below.")}</p>
<p class="row"><${tt} /></p>
`}function qn(){let t=d(),{erasing_until:o}=g.value.account,[s,r]=$("");N(e("Leaving"));async function a(){let i=await t.ask_http("account.keep",{});if(!i.ok)return r(T(i.error,t.now()));await t.session.resume()}return n`
<h1>${e("You are leaving")}</h1>
<p class="lead">
${e("Nobody sees you any more, nor what you wrote.")}${" "}
${o&&e("From {at} on it is removed for good; until then you can stay after all.",{at:q(o,t.now())})}
</p>
${s&&n`<p class="problem" role="alert">${s}</p>`}
<p class="row">
<button type="button" class="main" onClick=${a}>${e("Stay after all")}</button>
<${tt} />
</p>
`}export{Du as CareView,Xe as CodeField,Dt as Door,Gn as EditBox,Ie as Empty,Gu as GuidelinesView,em as HelpView,Kt as Invites,gm as Lobby,Sa as MessageActions,Ea as Names,Na as OddLinkDialog,Xf as OverView,Qn as PICTURE_NAMES,qo as Picture,Za as PinnedDialog,Mm as Reports,ii as RestoreBanner,di as RoomAside,he as RoomForm,ji as Roster,Bm as Saved,Ve as Search,il as SearchDialog,Qm as SearchView,eo as SettingsData,to as SettingsLeaving,Df as SettingsView,Rl as Shortcuts,Vf as StandingView,ql as StepUpDialog,Jl as Switcher,rc as UnsentList,mc as WarningForm,hc as WhyMuted};
