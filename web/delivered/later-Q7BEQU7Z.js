/* With parts by others; their names and licences: /vendor/licences.txt */
import{$a as He,A as L,Ab as P,Ba as $,Ca as Fe,Da as mt,Db as Et,E as et,Ea as dt,Eb as Ot,Ga as ft,Ha as y,I as ve,Ia as $t,J as tt,Ja as ge,K as qe,Ka as I,L as ie,La as ht,M as ot,N as le,Na as X,P as st,U as nt,Ua as se,Va as T,Wa as Te,Xa as wt,Y as ce,Z as rt,Za as gt,_a as bt,aa as pe,ab as yt,ba as _e,bb as kt,ca as N,cb as We,db as vt,ea as Le,eb as _t,fa as Se,fb as St,g as f,ga as at,gb as xt,h as _,ha as it,hb as At,i as Qe,ia as xe,ib as Ct,j as x,ja as ue,jb as Tt,ka as C,kb as G,lb as me,m as Q,ob as Z,pb as Ue,qb as ee,ra as Ae,rb as Re,s,sa as lt,sb as de,ta as ct,tb as Wt,ua as Ce,ub as fe,vb as Ee,w as Ze,x as ke,xa as pt,y as e,ya as ut,z as H,za as Ye,zb as Rt}from"./chunk-73QAIF42.js";function Hn({timeline:t,message:o,my_id:n,takes_focus:r,on_done:a,on_new:i}){let l=$(),{message_id:p}=o,c=Mo(o),[u,m]=f(()=>{let W=l.drafts.readChange(n,t.room_id);return W?.message_id===p?W:{message_id:p,body:o.body,...c}}),[d,h]=f(""),[g,v]=f(!1),[S,b]=f(!1),k=x(null),{body:w,warning:A,topics:q}=u;function O(W){let F={...u,...W};m(F),l.drafts.keepChange(n,t.room_id,F)}let z=Tt({warning:A,topics:q},O);function Y(){l.drafts.keepChange(n,t.room_id,null),a()}async function B(){if(S||!w.trim()||vt(w))return;let W=xt(w),F=Mt(c,u);if(W===o.body&&F)return Y();k.current=W,b(!0),h("");let J=await l.act.edit(p,W,F?null:{warning:A,topics:q});if(b(!1),J.ok)return Y();J.error.code==="edit_window_over"&&v(!0),h(Io(J.error,l.now()))}let V=k.current!==null&&o.body===k.current;return _(()=>{V&&d&&Mt(c,u)&&Y()},[V,d]),s`
<form
class="composer editing"
data-region
onSubmit=${W=>{W.preventDefault(),B()}}
>
<${Ct}
words=${e("Changing your message")}
cancel=${e("Leave it as it was")}
on_cancel=${Y}
/>
${z.strip}
<div class="compose-row">
<${_t}
label=${e("Your message")}
value=${w}
focus=${r}
target
people=${()=>bt(t,n)}
on_words=${W=>O({body:W})}
on_send=${()=>{B()}}
on_escape=${Y}
/>
<${At} body=${w} busy=${S} words=${e("Save")} />
</div>
<${St} value=${w} />
${d&&s`<p class="problem" role="alert">${d}</p>`}
${g&&s`<button
type="button"
class="quiet"
onClick=${()=>{i(w),Y()}}
>
${e("Write it as a new message")}
</button>`}
<div class="compose-foot">
${z.add}
</div>
</form>
${z.form}
`}function Mo({warning:t,topics:o}){return{warning:t??"",topics:o??[]}}function Mt(t,o){return t.warning===o.warning&&String(t.topics)===String(o.topics)}function Io(t,o){return t.code!=="offline"&&t.code!=="no_answer"?C(t,o):e("Not changed yet: you are offline just now. Your words are kept here.")}var It=Object.freeze({circle:[["glow faint","M22 92a78 20 0 1 0 156 0a78 20 0 1 0-156 0"],["near","M92 84h16l4 22H88z"],["glow","M93 84V74a7 7 0 0 1 14 0v10z"],["deep","M52 74a10 10 0 1 0-.1 0M32 106c0-22 8-30 20-30s20 10 20 30zM148 74a10 10 0 1 0-.1 0M128 106c0-22 8-30 20-30s20 10 20 30z"],["far","M76 62a8 8 0 1 0-.1 0M62 90c0-19 5-26 14-26s14 8 14 22c-6 4-20 6-28 4M124 62a8 8 0 1 0-.1 0M110 86c0-16 5-22 14-22s14 7 14 26c-8 2-22 0-28-4"]],lantern:[["far","M6 104c46-18 90-12 122-6s46 0 66-2v12H6z"],["deep","M140 104V34q0-13-13-13h-14v-5h15q17 0 17 18v70z"],["glow faint","m100 48-30 58h74l-28-58z"],["deep","M97 30h22l6 8H91z"],["glow","M93 38h30l-4 20H97z"]],mug:[["near","M62 46h62v34a24 24 0 0 1-24 24H86a24 24 0 0 1-24-24zM122 54h10a14 14 0 0 1 0 28h-10v-6h9a8 8 0 0 0 0-16h-9z"],["deep","M62 46a31 7 0 1 0 62 0a31 7 0 1 0-62 0"],["far","M78 34c-8-8 6-12-1-22 12 8-2 14 4 22zM94 34c-8-8 6-12-1-22 12 8-2 14 4 22zM110 34c-8-8 6-12-1-22 12 8-2 14 4 22z"]],boat:[["far","M10 92q15-9 30 0t30 0 30 0 30 0 30 0 30 0v14H10z"],["deep","M46 78h108c-5 15-17 20-32 20H78c-15 0-27-5-32-20"],["near","M96 14v58H62z"],["glow","M104 24l34 48h-34z"]],house:[["far","M6 104c42-22 84-16 120-8s48 0 68-4v16H6z"],["deep","M66 102V60l34-30 34 30v42zM120 30h9v18h-9z"],["glow","M91 102V84a9 9 0 0 1 18 0v18zM76 66h12v12H76zM112 66h12v12h-12z"]]}),Bn=Object.keys(It);function Po({name:t}){return s`<svg class="picture" viewBox="0 0 200 120" aria-hidden="true" focusable="false">
${It[t].map(([o,n])=>s`<path class=${`paint-${o}`} d=${n} />`)}
</svg>`}function Oe({picture:t,words:o,wrong:n=!1,children:r}){return s`
<div class="empty">
<${Po} name=${t} />
<p role=${n?"alert":"status"}>${o}</p>
${r}
</div>
`}function Pt({listed:t,on_done:o}){let n=$(),{room:r,membership:a}=t,[i,l]=f(""),[p,c]=f(!1),u=a?.standing;async function m(){c(!0);let h=await n.act.join(r.room_id,r.guidelines_version);if(c(!1),!h.ok)return l(C(h.error,n.now()));o?.(),h.membership?.standing==="in"?n.router.go(G(r.room_id)):n.tell(e("Your request is kept. Those who keep this room can see it."))}async function d(){await n.act.leave(r.room_id)&&o?.()}return u==="waiting"?s`
<p>
${e("You have asked to come in. Your request is kept; those who keep this room can see it.")}
</p>
<button type="button" class="quiet" onClick=${d}>${e("Take my request back")}</button>
`:s`
${r.about&&s`<p class="as-written">${r.about}</p>`}
${r.guidelines?s`<h3>${e("Guidelines of this room")}</h3>
<div class="guidelines as-written">${r.guidelines}</div>`:s`<p class="soft">${e("This room has no guidelines of its own.")}</p>`}
<p class="soft">
${e(ue[r.access]??"")} ${Do(r.retention_days)}${" "}
${r.shows_last_day?e("You will see the last 24 hours."):e("You will see what is said from now on.")}
</p>
${i&&s`<p class="problem" role="alert">${i}</p>`}
${u!=="in"&&y.value.me?.role!=="admin"&&s`<div class="row">
<button type="button" class="main" disabled=${p} onClick=${m}>
${No(t)}
</button>
${u==="invited"&&s`<button type="button" class="quiet" onClick=${d}>
${e("No, thank you")}
</button>`}
</div>`}
`}function No({room:t,membership:o}){let n=t.access==="open"||o?.standing==="invited";return t.guidelines?n?e("I have read this. Come in"):e("I have read this. Ask to come in"):n?e("Come in"):e("Ask to come in")}function Do(t){return H("Messages are kept for {count} day.","Messages are kept for {count} days.",t)}function Nt(t){return t==="admin"?e("administrator"):t==="moderator"?e("moderator"):e("member")}function $e(t){return t==="admin"?e("an administrator"):t==="moderator"?e("a moderator"):e("a member")}function ne(t){return t==="admin"?e("An administrator"):t==="moderator"?e("A moderator"):e("A member")}function be(t){return t==="waiting"?e("waits to be let in"):t==="banned"?e("can't take part for now"):t==="frozen"?e("account closed"):t==="erasing"?e("is leaving"):""}function R({ask:t,done:o,words:n,kind:r="main",keeps:a=!1,sure:i="",children:l}){let p=$(),[c,u]=f(""),[m,d]=f(""),[h,g]=f(!1),[v,S]=f(!1),b=x(null),k=Dt(v),w=Q();_(()=>S(!1),[i]);function A(O){O.preventDefault(),i?S(!0):q()}async function q(){let O=b.current;if(!O)return;let z=Object.fromEntries(new FormData(O));g(!0),u(""),d("");let Y=await t(z);if(g(!1),!Y.ok)return u(C(Y.error,p.now()));a||O.reset(),d(o?.(Y)??"")}return s`
<form
ref=${b}
class="stack"
onSubmit=${A}
aria-describedby=${c?w:null}
>
${l}
${c&&s`<p class="problem" role="alert" id=${w}>${c}</p>`}
<p role="status" class="outcome">${m}</p>
${v?s`<${qt} sure=${i} on_press=${q} on_end=${()=>S(!1)} />`:s`<button ref=${k} type="submit" class=${r} disabled=${h}>${n}</button>`}
</form>
`}function Dt(t){let o=x(null),n=x(!1);return _(()=>{n.current&&!t&&o.current?.focus(),n.current=t},[t]),o}function E({words:t,sure:o,on_press:n,label:r="",children:a}){let[i,l]=f(!1),p=Dt(i);return i?s`<${qt} sure=${o} on_press=${n} on_end=${()=>l(!1)}>
${a}
<//>`:s`<button
ref=${p}
type="button"
class="quiet"
aria-label=${r||null}
onClick=${()=>l(!0)}
>
${t}
</button>`}function qt({sure:t,on_press:o,on_end:n,children:r}){let a=Z(),i=x(null);_(()=>i.current?.focus(),[]);function l(){a&&(n(),o())}return s`
<div class=${`stack two ${a?"":"settling"}`} role="group">
${r}
<div class="row">
<button ref=${i} type="button" class="main" onClick=${l}>${t}</button>
<button type="button" class="quiet" onClick=${n}>${e("Not now")}</button>
</div>
</div>
`}var ye=24,qo=5;function Lt({room_id:t,create:o,again:n}){let r=x(null);_(()=>{n&&r.current?.querySelector("input")?.focus()},[]);let[a,i]=f("invite"),[l,p]=f(t),c=Yo(t===""),u=({valid_h:m,as:d="member"})=>o({kind:a,valid_h:Number(m),role:d==="facilitator"?"member":d,relation:d==="facilitator"?d:"member",room_id:l||null});return s`
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
${c.length>0&&s`<label class="field">
<span>${e("Into which room")}</span>
<select onChange=${m=>p(m.target.value)}>
<option value="">${e("None yet: they choose")}</option>
${c.map(m=>s`<option key=${m.room_id} value=${m.room_id}>${m.name}</option>`)}
</select>
</label>`}
${a==="invite"&&s`<${Lo} in_room=${l!==""} />`}
<label class="field">
<span>${e("Works for")}</span>
${a==="invite"?s`<select key="invite" name="valid_h">
<option value=${ye}>${e("A day")}</option>
<option value=${3*ye} selected>${e("Three days")}</option>
</select>`:s`<select key="knock" name="valid_h">
<option value=${30*ye}>${e("A month")}</option>
<option value=${180*ye} selected>${e("Half a year")}</option>
<option value=${365*ye}>${e("A year")}</option>
</select>`}
</label>
<//>
</div>
`}function Lo({in_room:t}){let{me:o,account:n}=y.value,r=n.proven?o?.role:"member",a=t&&r!=="member";return r!=="admin"&&!a?null:s`
<label class="field">
<span>${e("As what")}</span>
<select name="as">
<option value="member">${ne("member")}</option>
${a&&s`<option value="facilitator">${e("Someone who keeps that room")}</option>`}
${r==="admin"&&s`<option value="moderator">${ne("moderator")}</option>
<option value="admin">${ne("admin")}</option>`}
</select>
</label>
`}function Yo(t){let o=$(),[n,r]=f([]),a=I.value==="up";async function i(){let l=[],p=null;for(let c=0;c<qo;c+=1){let u=await o.ask("room.list",{cursor:p});if(!u.ok)return;if(l.push(...u.rooms.map(m=>m.room)),p=u.cursor,p===null)break}r(l)}return _(()=>{a&&t&&i()},[a,t]),n}function M({cursor:t,words:o=e("More"),load:n}){return t===null?null:s`
<button type="button" class="quiet" onClick=${()=>{n(t)}}>${o}</button>
`}var Fo="button:not([disabled]), a[href], summary, input";function U(){let t=x(null),o=x(null),n=x(null);Qe(()=>{if(!n.current||n.current.row.isConnected)return;let{at:a}=n.current;n.current=null;let i=document.activeElement;if(i&&i!==document.body)return;let l=[...t.current?.children??[]],c=l[Math.min(a,l.length-1)]?.querySelector(Fo)??o.current??Ho();c?c.focus():re()});function r(){let a=document.activeElement?.closest("li"),i=[...t.current?.children??[]];n.current=a&&i.includes(a)?{row:a,at:i.indexOf(a)}:null}return{list:t,heading:o,leaves:r}}function re(){document.querySelector("main h1[tabindex]")?.focus()}function Ho(){return document.querySelector("dialog[open] .dialog-head button")}async function Me(t){try{return await navigator.clipboard.writeText(t),!0}catch{return!1}}function he({title:t,on_paper:o=!1,on_done:n,children:r,more:a}){let i=x(null);return _(()=>i.current?.focus(),[]),s`
<section class=${`card shown-once ${o?"on-paper":""}`}>
<h2 ref=${i} tabindex="-1" class="no-print">${t}</h2>
${r}
<div class="row no-print">
${a}
<button type="button" class="quiet" onClick=${n}>${e("Done")}</button>
</div>
</section>
`}function Yt({codes:t}){return s`
<ul class="codes">
${t.map(o=>s`<li key=${o}><code>${o}</code></li>`)}
</ul>
`}function ae({text:t,words:o=""}){let n=$();async function r(){n.tell(await Me(t)?e("Copied."):e("This browser did not let us copy it."))}return s`<button type="button" class="quiet" onClick=${r}>${o||e("Copy")}</button>`}function Ie(){return s`<button type="button" class="quiet" onClick=${()=>print()}>${e("Print")}</button>`}function Ft({svg:t,alt:o}){let n=`data:image/svg+xml;charset=utf-8,${encodeURIComponent(t)}`;return s`<img class="qr" src=${n} alt=${o} width="240" height="240" />`}function j(t,o,n=[]){let r=$(),[a,i]=f([]),[l,p]=f(null),[c,u]=f(""),[m,d]=f(!1),h=x(0),g=I.value==="up";async function v(S){let b=++h.current,k=await t(S);if(b!==h.current)return null;if(!k.ok)return u(C(k.error,r.now())),null;let w=o(k);return u(""),i(A=>S===null?w:[...A,...w]),p(k.cursor),d(!0),w}return _(()=>{g&&v(null)},[g,...n]),{items:a,cursor:l,problem:c,known:m,load:v}}var Uo=new Set(["localhost","127.0.0.1","[::1]","::1"]);function zt({room_id:t=""}){let o=$(),[n,r]=f(null),[a,i]=f(0),{items:l,cursor:p,problem:c,load:u}=j(w=>o.ask_http("invite.list",{cursor:w}),w=>w.invites.filter(A=>!t||A.room_id===t)),{list:m,heading:d,leaves:h}=U();async function g(w){let A=await o.step_up.withStepUp(()=>o.ask_http("invite.create",w));return A.ok&&(r(A),await u(null)),A}async function v(w){let A=await o.ask_http("invite.revoke",{invite_id:w});o.tellRefusal(A),A.ok&&o.tell(e("Taken back: it opens nothing any more.")),h(),await u(null)}function S(){r(null),i(a+1)}let b=l.filter(w=>Ut(w,o.now())),k=l.filter(w=>!Ut(w,o.now()));return s`
${n?s`<${zo} ...${n} on_done=${S} />`:s`<${Lt} room_id=${t} create=${g} again=${a>0} />`}
${c&&s`<p class="problem" role="alert">${c}</p>`}
<h2 ref=${d} tabindex="-1">${e("Invitations that still work")}</h2>
${b.length===0&&s`<p class="soft">${e("There are none just now.")}</p>`}
<ul class="cards" ref=${m}>
${b.map(w=>s`<${Ht} key=${w.invite_id} invite=${w} revoke=${v} />`)}
</ul>
${k.length>0&&s`<details>
<summary>${e("Used, taken back or run out")}</summary>
<ul class="cards">
${k.map(w=>s`<${Ht} key=${w.invite_id} invite=${w} />`)}
</ul>
</details>`}
<${M} cursor=${p} words=${e("Older ones")} load=${u} />
`}function Ht({invite:t,revoke:o}){let n=$(),r=Go(t);return s`
<li class="card">
<p>${r}</p>
<p class="soft small">${Bt(t,n.now())}</p>
${o&&s`<${E}
words=${e("Take it back")}
label=${e("Take it back: {what}",{what:r})}
sure=${e("Yes, take it back")}
on_press=${()=>o(t.invite_id)}
/>`}
</li>
`}function zo({invite:t,link:o,code:n,qr_svg:r,on_done:a}){let i=$(),l=t.kind==="knock",p=Bt(t,i.now()),c=s`
<${ae} text=${o} words=${e("Copy the link")} />
<${ae} text=${n} words=${e("Copy the code")} />
<${Ie} />
`;return s`
<${he}
title=${e("Here it is, shown only now")}
on_paper
on_done=${a}
more=${c}
>
<p class="no-print">
${l?e("Whoever has it may ask to be let in."):e("It lets one person in, once.")}
${" "}${p}
</p>
${Uo.has(location.hostname)&&s`<p class="no-print">
${e("This link works only on this computer. Whoever runs the server sets CHAT_PUBLIC_URL before others can use it.")}
</p>`}
${l&&s`<${Bo} until=${p} />`}
<${Ft} svg=${r} alt=${e("The same link as a picture, for a phone's camera")} />
<label class="field no-print">
<span>${e("The link")}</span>
<input readonly value=${o} />
</label>
<p class="print-only">${o}</p>
<p>${e("Without a link, to type in:")} <code class="big-code">${n}</code></p>
<//>
`}function Bo({until:t}){let{site:o}=y.value;return s`<div class="print-only">
<h1>${o?.name??document.getElementById("app")?.dataset.site}</h1>
<p class="lead">${e("Peer support: ask to be let in.")}</p>
<p>${t}</p>
</div>`}function Go({kind:t,role:o,room_name:n,relation:r}){let a=n??"";return t==="knock"?a?e("To ask to be let in, for a flyer, into {room}.",{room:a}):e("To ask to be let in, for a flyer."):o!=="member"?e("For one person, as {role}.",{role:$e(o)}):r==="facilitator"?e("For one person, to keep {room}.",{room:a}):a?e("For one person, into {room}.",{room:a}):e("For one person.")}function Ut({used:t,revoked:o,expires_at:n},r){return!t&&!o&&n>r}function Bt(t,o){if(t.revoked)return e("Taken back.");if(t.used)return e("Used.");let n=N(t.expires_at,o);return t.expires_at>o?e("Works until {at}.",{at:n}):e("Ended {at}.",{at:n})}function Gt({message:t,mine:o,on_done:n}){let r=$();return s`
<div class="reaction-choice" role="group" aria-label=${e("React")}>
${Le.map(([a,i])=>s`
<button
key=${a}
type="button"
class="reaction"
aria-pressed=${o.includes(a)}
onClick=${()=>{n(),r.act.react(t.message_id,a,!o.includes(a))}}
>
<${se} name=${a} /> ${e(i)}
</button>
`)}
</div>
`}function Kt({message_id:t,on_close:o}){let n=$(),[r,a]=f([]),[i,l]=f(null),[p,c]=f(e("One moment …"));async function u(m){let d=await n.ask("message.reactions",{message_id:t,cursor:m});if(!d.ok)return c(d.error.message);let h=d.reactions.map(({reaction:g,person:v})=>({reaction:g,...v}));a(g=>m===null?h:[...g,...h]),l(d.cursor),c(h.length===0?e("Nobody has reacted yet."):"")}return _(()=>{u(null)},[t]),s`
<${T} title=${e("Who reacted")} on_close=${o}>
${p&&s`<p>${p}</p>`}
${Le.map(([m,d])=>{let h=r.filter(g=>g.reaction===m).map(g=>g.handle);return h.length===0?null:s`<p key=${m}>
${L("{reaction}: {names}",{reaction:s`<b><${se} name=${m} /> ${e(d)}</b>`,names:ke(h)})}
</p>`})}
<${M} cursor=${i} load=${u} />
<//>
`}function wa(t){let[o,n]=f("list"),{message:r,on_close:a}=t,{message_id:i}=r;return o==="who"?s`<${Kt} message_id=${i} on_close=${a} />`:o==="report"?s`<${Vo} message_id=${i} on_close=${a} />`:o==="hide"?s`<${Xo} message_id=${i} on_close=${a} />`:o==="back"?s`<${Jo} message_id=${i} on_close=${a} />`:o==="block"&&r.author?s`<${Qo}
person=${r.author}
message_id=${i}
on_close=${a}
/>`:s`<${jo} ...${t} on_step=${n} />`}function jo(t){let o=$(),{message:n,mine:r,keeper:a,can_write:i,can_react:l,my_reactions:p,on_close:c,on_step:u}=t,m=r&&i&&o.now()-n.at<9e5,d=a&&!r,{room_id:h,pinned:g,saved:v}=t,{message_id:S}=n,b=Object.values(n.reactions).some(O=>O>0),k=O=>()=>{c(),O()};async function w(O,z){c(),o.tell(await Me(O)?z:e("This browser did not let us copy it."))}function A(){let{href:O}=new URL(me(h,S),location.href);w(O,e("Copied. Only people in this room can open it."))}let q=e("Message of {handle}",{handle:n.author?.handle??e("Someone")});return s`
<${T} title=${q} kind="sheet" on_close=${c}>
<p class="soft small">${rt(n.at)}</p>
${l&&s`<${Gt} message=${n} mine=${p} on_done=${c} />`}
<${Ue}>
${K(i,"reply",e("Reply"),k(t.on_reply))}
${K(m,"edit",e("Change the words"),k(t.on_edit))}
${K(!0,"copy",e("Copy the words"),()=>w(n.body,e("Copied.")))}
${K(!0,"link",e("Copy a link to it"),A)}
${K(l,"save",v?e("Don't keep it any more"):e("Save it for myself"),k(()=>{o.act.save(S,!v)}))}
${K(a,"pin",g?e("Take the pin away"):e("Pin it for everyone here"),k(()=>{o.act.pin(S,!g)}))}
${K(l,"letter",e("New again from here on"),k(()=>{o.act.markUnread(h,n)}))}
${K(b,"heart",e("Who reacted"),()=>u("who"))}
${K(r,"back",e("Take it back"),()=>u("back"))}
${K(!r,"flag",e("Report"),()=>u("report"))}
${K(!r,"block",e("Block this person"),()=>u("block"))}
${K(d,"hide",e("Take it out of sight"),()=>u("hide"))}
<//>
<//>
`}function K(t,o,n,r){return t&&s`<${ee} icon=${o} on_press=${r}>${n}<//>`}function Vo({message_id:t,on_close:o}){let n=$(),[r,a]=f(""),i=l=>{o(),n.act.report({message_id:t,reason:l,note:r.trim()})};return s`
<${T} title=${e("What is it about?")} kind="sheet" on_close=${o}>
<p class="soft">
${e("A moderator reads it. Its author is not told that it was you. What you choose is sent at once.")}
</p>
<${jt} reasons=${Se} on_choose=${i} />
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
`}function Xo({message_id:t,on_close:o}){let n=$(),r=a=>{o(),n.act.hide({message_id:t,reason:a})};return s`
<${T} title=${e("Why take it out of sight?")} kind="sheet" on_close=${o}>
<p class="soft">${e("Its author is told the reason, not who decided.")}</p>
<${jt} reasons=${at} on_choose=${r} />
<//>
`}function jt({reasons:t,on_choose:o}){let n=Z();return s`
<div class=${n?"":"settling"}>
<${Ue}>
${t.map(([r,a])=>s`<${ee}
key=${r}
on_press=${()=>n&&o(r)}
>${e(a)}<//
>`)}
<//>
</div>
`}function Jo({message_id:t,on_close:o}){let n=$(),r=Z();return s`
<${T} title=${e("Take this message back?")} kind="sheet" on_close=${o}>
<p>
${e("Its words will be gone for everyone. That someone took a message back stays visible.")}
</p>
<div class=${`menu ${r?"":"settling"}`}>
<${ee}
on_press=${()=>{r&&(o(),n.act.takeBack(t))}}
>${e("Take it back")}<//
>
<${ee} on_press=${o}>${e("Keep it")}<//>
</div>
<//>
`}function Qo({person:t,message_id:o,on_close:n}){let r=$(),a=Z();return s`
<${T} title=${e("Block {handle}?",{handle:t.handle})} kind="sheet" on_close=${n}>
<p>
${e("You won't see each other's messages any more, here or anywhere. They are not told. You can take it back under Settings.")}
</p>
<div class=${`menu ${a?"":"settling"}`}>
<${ee}
on_press=${()=>{a&&(n(),r.act.block(t.user_id,!0))}}
>${e("Block {handle}",{handle:t.handle})}<//
>
<${ee}
on_press=${async()=>{a&&(n(),await r.act.report({message_id:o,reason:"harassment",note:""}),r.act.block(t.user_id,!0))}}
>${e("Block them, and tell a moderator of this message")}<//
>
<${ee} on_press=${n}>${e("Not now")}<//>
</div>
<//>
`}function Sa({field:t,value:o,people:n,on_words:r}){let a=Q(),[i,l]=f(null),[p,c]=f(-1),u=x(-1),m=i?He(n(),i.begun):[],d=p<m.length?p:-1;function h(){let b=t.current,k=b?.selectionStart??0,w=b&&document.activeElement===b&&k===b.selectionEnd?gt(b.value,k):null;w||(u.current=-1);let A=w&&w.start!==u.current?w:null;if(A?.begun!==i?.begun||A?.start!==i?.start){let[q]=A?He(n(),A.begun):[];c(A?.begun&&!yt(q,A.begun)?0:-1)}l(A)}function g(b){let k=t.current;if(!k||!i)return;let w=kt(k.value,i,b.handle);k.value=w.body,k.setSelectionRange(w.caret,w.caret),r(w.body),l(null)}function v(b){if(m.length===0||b.isComposing||b.altKey||b.ctrlKey)return;let k=m[d];if(b.key==="ArrowDown")c((d+1)%m.length);else if(b.key==="ArrowUp")c((Math.max(d,0)||m.length)-1);else if((b.key==="Enter"||b.key==="Tab")&&k&&!b.shiftKey)g(k);else if(b.key==="Escape")u.current=i?.start??-1,l(null);else return;b.preventDefault(),b.stopImmediatePropagation()}_(h,[o]),Zo(t,h,v),es(t,m.length>0?a:"",d);let S=H("{count} name. Up and down to choose, Enter to take it.","{count} names. Up and down to choose, Enter to take one.",m.length);return s`
<span class="unseen" role="status">${m.length>0&&S}</span>
${m.length>0&&s`<ul id=${a} class="names" role="listbox" aria-label=${e("Names of people here")}>
${m.map((b,k)=>s`<li
key=${b.user_id}
id=${`${a}-${k}`}
class="name-option"
role="option"
aria-selected=${k===d}
onPointerDown=${w=>w.preventDefault()}
onClick=${()=>g(b)}
>
<${de} ...${b} />
<span class="who">${b.handle}</span>
<${fe} badge=${b.badge} />
</li>`)}
</ul>`}
`}function Zo(t,o,n){let r=x({look:o,pressed:n});r.current={look:o,pressed:n},_(()=>{let a=t.current;if(!a)return;let i=()=>r.current.look(),l=p=>r.current.pressed(p);a.addEventListener("keydown",l,{capture:!0});for(let p of["keyup","click","focus","blur"])a.addEventListener(p,i);return()=>{a.removeEventListener("keydown",l,{capture:!0});for(let p of["keyup","click","focus","blur"])a.removeEventListener(p,i)}},[])}function es(t,o,n){_(()=>{let r=t.current;if(!(!r||!o))return r.setAttribute("aria-controls",o),n>=0&&r.setAttribute("aria-activedescendant",`${o}-${n}`),()=>{r.removeAttribute("aria-controls"),r.removeAttribute("aria-activedescendant")}},[o,n])}function Wa({link:t,on_close:o}){return s`
<${T} title=${e("Look where it leads")} kind="sheet" on_close=${o}>
<p>
${L("This link leads to {host}. It could be taken for another site.",{host:s`<b class="host">${t.host}</b>`})}
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
`}function Pe({message:t,room:o="",on_follow:n,children:r}){let a=$(),{author:i,at:l,room_id:p,message_id:c}=t,u=i?.handle??e("Someone"),m=`${pe(l,a.now())} ${ce(l)}`;return s`
<li class="kept">
<p class="soft small">
<bdi>${u}</bdi>, ${m}${o&&s`, <bdi>${o}</bdi>`}
</p>
<${Ee} message=${t} />
<div class="row">
<a class="plain" href=${me(p,c)} onClick=${n}
>${e("Show it in its place")}<span class="unseen">${`: ${u}, ${m}`}</span></a
>
${r}
</div>
</li>
`}function Ga({timeline:t,keeper:o,on_close:n}){let r=$(),{room_id:a,room:i}=t,l=i?.pinned??[],[p,c]=f([]),[u,m]=f(null),[d,h]=f(e("One moment …")),g=x(null);async function v(b){let k=await r.ask("message.pinned",{room_id:a,cursor:b});if(!k.ok)return h(C(k.error,r.now()));c(w=>b===null?k.messages:[...w,...k.messages]),m(k.cursor),h(k.messages.length>0||b!==null?"":ts(l.length))}_(()=>{v(null)},[l.join(" ")]);async function S(b){await r.act.pin(b,!1)&&g.current?.focus()}return s`
<${T} title=${e("Pinned in this room")} kind="wide" on_close=${n}>
<p class="soft" role="status" tabindex="-1" ref=${g}>${d}</p>
<ul class="found">
${p.map(b=>s`<${Pe} key=${b.message_id} message=${b} on_follow=${n}>
${o&&s`<button
type="button"
class="plain"
onClick=${()=>{S(b.message_id)}}
>
${e("Take the pin away")}
</button>`}
<//>`)}
</ul>
<${M} cursor=${u} words=${e("Show more")} load=${v} />
<//>
`}function ts(t){return t>0?e("What is pinned here was said before you came."):e("Nothing is pinned here.")}function ei(){let t=$(),[o,n]=f(!1),{restore:r}=y.value.account;if(!r||ht.has(I.value))return null;async function a(){n(!0);let i=await t.ask_http("restore.stop",{});if(n(!1),!i.ok)return t.tellRefusal(i);X(l=>({...l,account:{...l.account,restore:null}})),t.tell(e("Stopped. Nobody gets in that way, and those who look after the place know."))}return s`
<div class="banner" role="alert">
<p>
${e("Somebody asked us for a new way into your account. If that was not you, stop it now.")}${" "}
${r.due_at>t.now()?e("It would work from {time}.",{time:N(r.due_at,t.now())}):e("It works already.")}
</p>
<button type="button" class="main" disabled=${o} onClick=${a}>
${e("It wasn't me: stop it")}
</button>
</div>
`}function ai({timeline:t}){let{room:o,here:n,shown:r,reading:a,staff:i}=t;if(!o)return null;let l=Math.max(n-r.length,0);return s`
<aside class="room-aside" tabindex="0" aria-label=${e("About this room")}>
<h2>${e("Here now")}</h2>
<ul class="people">
${r.map(p=>s`<${Vt}
key=${p.user_id}
person=${p}
reads=${a.includes(p.user_id)}
/>`)}
</ul>
${l>0&&s`<p class="soft small">
${H("{count} without showing a name","{count} without showing their names",l)}
</p>`}
${o.about&&s`<h2>${e("What it is about")}</h2><p class="as-written">${o.about}</p>`}
${o.guidelines&&s`<h2>${e("Guidelines")}</h2><p class="as-written">${o.guidelines}</p>`}
${i.length>0&&s`<h2>${e("Who keeps this room")}</h2>
<ul class="people">
${i.map(p=>s`<${Vt} key=${p.user_id} person=${p} />`)}
</ul>`}
</aside>
`}function Vt({person:t,reads:o=!1}){return s`<li class="person-row">
<${de} ...${t} />
<span class=${`who ${Re(t.user_id)}`}>${t.handle}</span>
<${fe} badge=${t.badge} />
${o&&s`<span class="tag">${e("just reading")}</span>`}
</li>`}var os="The room is made. Name a moderator under People; they can say who keeps it.";function we({room:t,on_close:o}){let n=$(),r=x(Ye()),[a,i]=f(null),[l,p]=f(!1);async function c(u){u.preventDefault();let m=ss(u.target);p(!0);let d=t?await n.act.updateRoom(t.room_id,m):await n.act.createRoom(m,r.current);if(p(!1),d.ok){if(o(),t)return;d.membership?n.router.go(G(d.room.room_id)):n.tell(e(os));return}d.error.retryable||(r.current=Ye()),i({words:C(d.error,n.now()),field:d.error.field})}return s`
<${T} title=${t?e("Room settings"):e("A new room")} on_close=${o}>
<form class="stack" onSubmit=${c}>
${a&&s`<p class="problem" role="alert">${a.words}</p>`}
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
${Object.entries(ue).map(([u,m])=>s`<label key=${u} class="check">
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
`}function ss(t){let o=new FormData(t),n=r=>String(o.get(r)??"").trim();return{name:n("name"),about:n("about"),guidelines:n("guidelines"),access:n("access"),shows_last_day:o.get("shows_last_day")!==null,retention_days:n("retention_days")?Number(n("retention_days")):null}}var ns=1e3;function Ei({timeline:t,my_id:o,keeper:n,on_close:r}){let a=$(),{room_id:i}=t,[l,p]=f([]),[c,u]=f(0),[m,d]=f(null),[h,g]=f(""),v=x(!0);async function S(W){let F=await a.ask("room.members",{room_id:i,cursor:W});if(!F.ok)return g(F.error.message);p(J=>W===null?F.people:[...J,...F.people]),u(F.members),d(F.cursor),n&&W===null&&F.cursor===null&&b(F.people),g("")}function b(W){let F=W.filter(J=>J.standing==="waiting").length;X(J=>et(J,i,{knocks:F}))}_(()=>{let W=setTimeout(()=>{S(null)},v.current?0:ns);return v.current=!1,()=>clearTimeout(W)},[t.roster_changes]);let k=l.filter(W=>W.standing==="waiting"),w=l.filter(W=>W.standing==="in"),A=l.filter(W=>W.standing==="invited"),{reading:q}=t,O={room_id:i,keeper:n,my_id:o,reading:q,on_changed:()=>{S(null)}},z=n||m!==null?0:Math.max(c-w.length,0),Y=y.value.me?.visible===!0,B=n?e("Members"):e("Members who show themselves"),V=e("{here}, {members}",{here:H("{count} here now","{count} here now",t.here),members:H("{count} member","{count} members",c)});return s`
<${T} title=${V} on_close=${r}>
${h&&s`<p class="problem" role="alert">${h}</p>`}
<${ze} title=${e("Waiting at the door")} people=${k} ...${O} />
<${ze} title=${B} people=${w} ...${O} />
<${ze} title=${e("Invited")} people=${A} ...${O} />
${z>0&&s`<p class="soft">${rs(t.here,Y)}</p>`}
<${M} cursor=${m} load=${S} />
<//>
`}function rs(t,o){let n=H("{count} here now.","{count} here now.",t),r=o?e("Nobody else shows their name."):e("Nobody else shows their name; you can, under Menu.");return`${n} ${r}`}function ze({title:t,people:o,...n}){let{list:r,leaves:a}=U();return o.length===0?null:s`
<h3>${t}</h3>
<ul class="people" ref=${r}>
${o.map(i=>s`<${as}
key=${i.person.user_id}
member=${i}
leaves=${a}
...${n}
/>`)}
</ul>
`}function as({member:t,keeper:o,my_id:n,reading:r,...a}){let i=$(),[l,p]=f(!1),{person:c,muted_until:u}=t,m=i.now(),d=u!==null&&u>m,h=t.standing==="waiting",g=c.user_id!==n&&(o||!h);return s`
<li class="person">
<div class="person-row">
<${de} ...${c} />
<span class=${`who ${Re(c.user_id)}`}>${c.handle}</span>
<${fe} badge=${c.badge} />
${d&&s`<span class="tag">${e("reading along")}</span>`}
${!d&&r.includes(c.user_id)&&s`<span class="tag">
${e("just reading")}
</span>`}
${g&&!h&&s`<button
type="button"
class="plain more"
aria-expanded=${l}
aria-label=${e("What to do about {handle}",c)}
onClick=${()=>p(!l)}
>
<${se} name="more" />
</button>`}
</div>
${g&&(l||h)&&s`<${is} member=${t} keeper=${o} muted=${d} ...${a} />`}
${d&&o&&s`<p class="soft small">
${e("until {time}",{time:N(u,m)})}
</p>`}
</li>
`}function is({room_id:t,member:o,keeper:n,muted:r,leaves:a,on_changed:i}){let l=$(),[p,c]=f(!1),{user_id:u}=o.person,m=(S,b="")=>async()=>{a(),(await S()).ok&&(b&&l.tell(b),i())},d=(S,b,k)=>s`<button type="button" class="quiet" onClick=${m(b,k)}>${S}</button>`;if(o.standing==="waiting")return s`<div class="row">
${d(e("Let in"),()=>l.act.admit(t,u),e("They are in."))}
${d(e("Say no"),()=>l.act.refuse(t,u),e("You said no."))}
</div>`;if(o.standing==="invited")return s`<div class="row">
${d(e("Take the invitation back"),()=>l.act.refuse(t,u),e("Taken back: it opens nothing any more."))}
</div>`;let h=s`<${E}
words=${e("Block")}
sure=${e("Block {handle}",o.person)}
on_press=${async()=>{await l.act.block(u,!0)&&i()}}
>
<p class="soft">${e("You won't see each other's messages any more. They are not told.")}</p>
<//>`;if(!n)return s`<div class="row">${h}</div>`;let g=S=>()=>l.act.mute({room_id:t,user_id:u,mute_s:S}),v=o.relation==="facilitator";return s`<div class="row">
${r?d(e("Let them write again"),g(0)):[d(e("Mute 15 minutes"),g(900)),d(e("Mute a day"),g(86400))]}
${ie(y.value)&&d(v?e("No longer a keeper"):e("Make a keeper of this room"),()=>l.act.setRelation({room_id:t,user_id:u,relation:v?"member":"facilitator"}))}
${p?d(e("Yes, remove from the room"),()=>l.act.remove(t,u)):s`<button type="button" class="quiet" onClick=${()=>c(!0)}>
${e("Remove")}
</button>`}
${h}
</div>`}var ls=10,cs=864e5;function Bi({room:t,on_close:o}){return s`
<${T} title=${e("Search")} kind="wide" on_close=${o}>
<${Be} room=${t} on_close=${o} />
<//>
`}function Be({room:t=null,on_close:o=()=>{}}){let n=$(),[r,a]=f(null),[i,l]=f([]),[p,c]=f(null),[u,m]=f("");async function d(v,S){m(e("Looking …"));let b=S;for(let k=0;k<ls;k+=1){let w=await n.ask("message.search",{...v,cursor:b});if(!w.ok)return m(C(w.error,n.now()));if(b=w.cursor,!(w.messages.length===0&&b!==null)){l(A=>S===null?w.messages:[...A,...w.messages]),m(w.messages.length===0&&S===null?e("Nothing found."):"");break}}c(b)}function h(v){v.preventDefault();let S=ms(new FormData(v.target));S.text&&(l([]),a(S),d(S,null))}function g(v){v.key!=="Escape"||v.isComposing||(v.preventDefault(),o())}return s`
<form
class="stack search"
role="search"
onSubmit=${h}
onKeyDown=${t?g:null}
>
<div class="row">
<input type="search" name="text" aria-label=${e("Words to look for")} maxlength="200" />
<button type="submit" class="main">${e("Search")}</button>
</div>
<${ps} room=${t} />
</form>
<p role="status">${u}</p>
<ul class="found">
${i.map(v=>s`<${us}
key=${v.message_id}
message=${v}
named=${!t||r?.room_id!==t.room_id}
on_close=${o}
/>`)}
</ul>
<${M}
cursor=${p}
words=${e("Look further back")}
load=${v=>r?d(r,v):Promise.resolve()}
/>
`}function ps({room:t}){let o=ve(y.value).filter(n=>n.room.room_id!==t?.room_id&&n.membership.standing==="in");return s`
<details class="narrower">
<summary>${e("Where, by whom, when")}</summary>
<div class="stack">
<label class="field">
<span>${e("Room")}</span>
<select name="room_id">
${t&&s`<option value=${t.room_id}>${t.name}</option>`}
<option value="">${e("All my rooms")}</option>
${o.map(n=>s`<option value=${n.room.room_id}>${n.room.name}</option>`)}
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
`}function us({message:t,named:o,on_close:n}){let r=$(),{author:a,at:i,room_id:l,message_id:p}=t,c=`${pe(i,r.now())} ${ce(i)}`,u=o?y.value.rooms[l]?.room.name:null;return s`
<li>
<p class="soft small">
${a?.handle}, ${c}${u&&`, ${u}`}
</p>
<${Ee} message=${t} />
<a class="plain" href=${me(l,p)} onClick=${n}
>${e("Show it in its place")}<span class="unseen">${`: ${a?.handle}, ${c}`}</span></a
>
</li>
`}function ms(t){let o=i=>String(t.get(i)??"").trim(),[n,r]=[Xt(o("since")),Xt(o("before"))],a={text:o("text")};return o("room_id")&&(a.room_id=o("room_id")),o("by")&&(a.by=o("by")),n!==null&&(a.since=n),r!==null&&(a.before=new Date(r+cs*1.5).setHours(0,0,0,0)),a}function Xt(t){let[o=0,n=0,r=0]=t.split("-").map(Number),a=new Date(o,n-1,r).getTime();return t===""||Number.isNaN(a)?null:Math.max(a,0)}var ds=2e3;function Jt(){let t=$(),[o,n]=f(""),[r,a]=f(0),[i,l]=f("");async function p(){let c=await t.ask_http("account.export",{});if(!c.ok)return n(""),l(C(c.error,t.now()));l(""),a(c.expires_at),n(c.ready?"ready":"gathering")}return _(()=>{if(o!=="gathering")return;let c=setInterval(()=>{p()},ds);return()=>clearInterval(c)},[o]),s`
<p>${e("Everything this place keeps of yours, to read or to take with you.")}</p>
${i&&s`<p class="problem" role="alert">${i}</p>`}
<p role="status" class="outcome">
${o==="gathering"?e("Gathering it. This takes a moment."):""}
${o==="ready"?e("It is ready, until {day}.",{day:N(r,t.now())}):""}
</p>
${o==="ready"?s`<p class="row">
<a class="button quiet" href="/account/export">${e("Read it")}</a>
<a class="button quiet" href="/account/export.json" download>
${e("Take it as a file")}
</a>
</p>`:s`<button type="button" class="quiet" disabled=${o!==""} onClick=${p}>
${e("Gather my data")}
</button>`}
`}function Qt(){let t=$(),[o,n]=f("");async function r(){let a=await t.step_up.withStepUp(()=>t.ask_http("account.erase",{}));if(a.ok)return t.left();let i=a.error.code==="forbidden"&&y.peek().me?.role==="admin";n(i?fs():C(a.error,t.now()))}return s`
<p>
${e("At once nobody sees you any more, nor anything you wrote. For 72 hours you can sign in and take it back. Then it is removed for good.")}
</p>
<p class="soft small">
${e("What stays: words that were reported, for at most 180 days, or 30 days after a moderator has seen to it. Your name is nobody's for half a year, so that nobody can pass for you. What others wrote to you is theirs.")}
</p>
${o&&s`<p class="problem" role="alert">${o}</p>`}
<${E}
words=${e("Leave this place")}
sure=${e("Yes, leave")}
on_press=${()=>{r()}}
>
<p><b>${e("Leave this place?")}</b> ${e("You can come back within 72 hours.")}</p>
<//>
`}function fs(){return e("Nobody else looks after this place yet. Name another administrator first, under People.")}function fl({on_close:t}){let{enter_sends:o,single_keys:n}=ge.value,r=ft(o,{shift:!1,ctrl:!1,real_keys:mt()}),a=dt()?"⌘":e("Ctrl");return s`
<${T} title=${e("Keys")} kind="wide" on_close=${t}>
<h3>${e("Everywhere")}</h3>
<dl class="keys-list">
<${D} keys=${[a,"K"]} does=${e("Go to a room, a page or an action")} />
<${D} keys=${["F6"]} does=${e("On to the next part of the page")} />
<${D} keys=${[e("Shift"),"F6"]} does=${e("Back to the part before")} />
<${D} keys=${[e("Ctrl"),"/"]} does=${e("Show these keys")} />
<${D} keys=${[e("Esc")]} does=${e("Close what is open; in a room: all is read")} />
</dl>
<h3>${e("While writing")}</h3>
<dl class="keys-list">
${r?s`<${D} keys=${[e("Enter")]} does=${e("Send")} />
<${D} keys=${[e("Shift"),e("Enter")]} does=${e("A new line")} />`:s`<${D} keys=${[e("Enter")]} does=${e("A new line")} />
<${D} keys=${[e("Ctrl"),e("Enter")]} does=${e("Send")} />`}
<${D} keys=${["@"]} does=${e("Finish the name of someone here")} />
<${D} keys=${["↑"]} does=${e("In an empty field: change your last words")} />
</dl>
<h3>${e("In the list of messages")}</h3>
<dl class="keys-list">
<${D} keys=${["↑","↓"]} does=${e("From message to message")} />
<${D} keys=${[e("Home"),e("End")]} does=${e("To the first and the last")} />
<${D} keys=${[e("Enter")]} does=${e("What can be done with it")} />
${n&&s`<${D} keys=${["R"]} does=${e("Reply")} />
<${D} keys=${["E"]} does=${e("Change the words, if they are yours")} />
<${D} keys=${["S"]} does=${e("Save it for yourself, or no longer")} />
<${D} keys=${["U"]} does=${e("From here on it is new again")} />
<${D} keys=${["?"]} does=${e("Show these keys")} />`}
</dl>
${!n&&s`<p class="soft">${e("Single letters are switched off.")}</p>`}
<//>
`}function D({keys:t,does:o}){return s`
<dt>${t.map((n,r)=>[r>0?" ":"",s`<kbd key=${n}>${n}</kbd>`])}</dt>
<dd>${o}</dd>
`}function vl(){let o=$().step_up.asking.value;return o&&s`<${$s} show=${o.show} cancel=${o.cancel} />`}function $s({show:t,cancel:o}){function n({passphrase:r="",code:a=""}){let i=a.replaceAll(/\s/g,"");return t(i?{passphrase:r,code:i}:{passphrase:r})}return s`
<${T} title=${e("Is it you?")} on_close=${o}>
<p>${e("Please show once more that it is you.")}</p>
<${R} words=${e("It is me")} ask=${n} keeps>
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
<${Ge} />
<//>
<//>
`}function Ge(){return y.value.account.second_factor?s`<label class="field">
<span>${e("Six digits from your authenticator app")}</span>
<input name="code" required inputmode="numeric" autocomplete="one-time-code" maxlength="12" />
</label>`:null}function Zt(t,o){let n=o.filter(r=>r.words);return[...qe(t)?hs(t):[],...n.map(({key:r,words:a,run:i})=>({key:`do-${r}`,words:a,kind:e("action"),run:i})),...ws(t)]}function hs(t){return Object.values(t.rooms).sort((o,n)=>+(n.mentions>0)-+(o.mentions>0)||+(n.unread>0)-+(o.unread>0)||o.room.name.localeCompare(n.room.name)).map(({room:o,unread:n})=>({key:o.room_id,words:o.name,kind:n>0?H("{count} new","{count} new",n):e("room"),path:G(o.room_id)}))}function ws(t){let o=(r,a)=>({key:r,words:a,kind:e("page"),path:r}),n=[o("/app/help",e("Help now"))];return qe(t)&&(n.unshift(o("/app",e("All rooms"))),t.me?.role!=="admin"&&n.push(o("/app/saved",e("Saved messages"))),t.me?.role!=="admin"&&n.push(o("/app/search",e("Search"))),n.push(o("/app/settings",e("Settings"))),ie(t)&&n.push(o("/app/reports",e("Reports and requests"))),le(t)&&n.push(o("/app/care",e("Looking after this place")))),n}function eo(t,o){let n=We(o.trim()),r=t.filter(({words:i})=>We(i).startsWith(n)),a=t.filter(i=>!r.includes(i)&&We(i.words).includes(n));return[...r,...a]}function Nl({on_close:t,on_choose:o}){let n=Q(),[r,a]=f(""),[i,l]=f(0),p=x(null),c=eo(Zt(y.value,wt.value),r),u=Math.min(i,c.length-1);_(()=>{p.current?.querySelector("[aria-selected=true]")?.scrollIntoView({block:"nearest"})},[u,r]);function m(d){if(d.isComposing)return;let h=c[u];if(d.key==="ArrowDown")l((u+1)%Math.max(c.length,1));else if(d.key==="ArrowUp")l((u||c.length)-1);else if(d.key==="Enter"&&h)o(h);else return;d.preventDefault()}return s`
<${T} title=${e("Go to")} on_close=${t}>
<input
role="combobox"
aria-label=${e("A room, a page or an action")}
aria-autocomplete="list"
aria-expanded=${c.length>0}
aria-controls=${n}
aria-activedescendant=${c.length>0?`${n}-${u}`:null}
autocomplete="off"
autofocus
value=${r}
onInput=${d=>{a(d.target.value),l(0)}}
onKeyDown=${m}
/>
<p class="soft small" role="status">
${c.length===0?e("Nothing has that name."):H("{count} place","{count} places",c.length)}
</p>
<ul id=${n} ref=${p} class="places" role="listbox" aria-label=${e("Places")}>
${c.map((d,h)=>s`<li
key=${d.key}
id=${`${n}-${h}`}
class="place-option"
role="option"
aria-selected=${h===u}
onClick=${()=>o(d)}
>
<span class="place-name">${d.words}</span>
<span class="place-kind">${d.kind}</span>
</li>`)}
</ul>
<//>
`}function Ul({on_close:t}){let o=$t.value.filter(n=>n.status==="late"||n.status==="failed");return s`
<${T} title=${e("Not gone out")} kind="wide" on_close=${t}>
${o.length===0&&s`<p role="status">${e("Nothing is waiting any more.")}</p>`}
${o.map(n=>s`<section key=${n.nonce}>
<h3>${y.value.rooms[n.room_id]?.room.name??e("A room that you are not in")}</h3>
<${Rt} pending=${n} />
</section>`)}
<//>
`}function Xl({warning:t,topics:o,on_change:n,on_close:r}){let a=Q(),[i,l]=f(t),[p,c]=f(o),u=p.length>=lt;function m(h){h.preventDefault(),r(),n({warning:i.trim(),topics:p})}function d(h){let g=p.filter(v=>v!==h);c(g.length<p.length?g:[...p,h])}return s`
<${T} title=${e("A content warning")} on_close=${r}>
<form class="stack" onSubmit=${m}>
<label class="field">
<span>${e("In a few words")}</span>
<input
maxlength=${ct}
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
${Ae.map(h=>s`<label key=${h} class="check">
<input
type="checkbox"
checked=${p.includes(h)}
disabled=${u&&!p.includes(h)}
onChange=${()=>d(h)}
/>
<span>${Ce(h)}</span>
</label>`)}
</div>
</fieldset>
<button type="submit" class="main">${e("Done")}</button>
</form>
<//>
`}function Ne({title:t,lead:o,base:n,groups:r,common:a={},news:i={}}){let l=$(),{section:p}=l.router.route.value,c=r.flatMap(h=>h.sections).find(h=>h.name===p),u=gs(p),m=c?e(c.title):t;P(m);let d=s`<${bs}
title=${t}
base=${n}
groups=${r}
current=${c?.name??""}
news=${i}
/>`;return c?s`
<section class="page sectioned" data-region>
<div class="sectioned-list">${d}</div>
<div class="sectioned-main">
<a class="back" href=${n}>${t}</a>
<h1 ref=${u} tabindex="-1">${m}</h1>
<${c.part} key=${c.name} ...${a} />
</div>
</section>
`:s`
<section class="page narrow" data-region>
<a class="back" href="/app">${e("All rooms")}</a>
<h1 ref=${u} tabindex="-1">${t}</h1>
${o&&s`<p class="lead">${o}</p>`} ${d}
</section>
`}function gs(t){let o=x(null),n=x(t);return _(()=>{n.current!==t&&o.current?.focus(),n.current=t},[t]),o}function bs({title:t,base:o,groups:n,current:r,news:a}){return s`
<nav class="sections" aria-label=${t}>
${n.map(i=>s`
<div key=${i.title} class="section-group">
${i.title&&s`<h2>${e(i.title)}</h2>`}
<ul>
${i.sections.map(l=>s`<li key=${l.name}>
<a
class="section-link"
href=${`${o}/${l.name}`}
aria-current=${l.name===r?"page":null}
>
<span class="section-title">
${e(l.title)}${" "}
${(a[l.name]??0)>0&&s`<span class="count">
${a[l.name]}<span class="unseen"> ${e("new")}</span>
</span>`}
</span>
${l.about&&s`<span class="soft small about">${e(l.about)}</span>`}
</a>
</li>`)}
</ul>
</div>
`)}
</nav>
`}var ys={"message.hide":"{who} took a message out of sight.","room.remove":"{who} removed {someone} from a room.","room.mute":"{who} let {someone} only read along.","room.set_relation":"{who} changed what {someone} is to a room.","report.close":"{who} has seen to a report.","sanction.ban":"{who} kept {someone} out.","sanction.lift":"{who} let {someone} back in.","user.admit":"{who} let {someone} in who had knocked.","user.refuse":"{who} said no to {someone} who had knocked.","user.freeze":"{who} closed the account of {someone}.","user.unfreeze":"{who} opened the account of {someone} again.","user.end_sign_ins":"{who} signed {someone} out everywhere.","user.create":"{who} made an account for {someone}.","user.reset":"{who} gave {someone} a new way in.","user.list":"{who} looked at the list of accounts.","role.propose":"{who} proposed a role for {someone}.","role.approve":"{who} agreed to a role for {someone}.","role.refuse":"{who} said no to a role for {someone}.","role.give":"{who} gave a role to {someone}.","role.set":"{who} gave a role to {someone}.","role.take":"{who} took a role back from {someone}.","role.undo":"{who} undid within 72 hours a change of role of {someone}.","restore.ask":"{who} began to help {someone} back in.","restore.confirm":"{who} met {someone} who is helped back in.","restore.refuse":"{who} stopped helping {someone} back in.","invite.create":"{who} made an invitation.","invite.revoke":"{who} took an invitation back.","site.change":"{who} changed how this place shows itself.","site.set_registration":"{who} changed who may come in by themselves.","site.set_helplines":"{who} changed which help lines come first.","site.confirm_helplines":"{who} has called the help lines.","backup.take":"{who} took a backup.",restore:"{who} went back to a backup.","room.close":"{who} closed a room.","room.reopen":"{who} opened a room again."},ks={"role.lapse":"A role was proposed, and nobody decided in time.","restore.lapse":"A code to come back in was not used in time.","restore.use":"Someone came back in by a code from staff.","staff.recovered":"Someone on staff came back in by a recovery code.","restore.stop":"Someone did not want to be helped back in: it was not them who asked."};function Ke({overview:t}){let o=$(),{items:n,cursor:r,problem:a,known:i,load:l}=j(c=>o.ask_http("audit.list",{cursor:c}),c=>c.entries),p=new Map(t.staff.map(c=>[c.user.user_id,c.user.handle]));return s`
<p class="soft">
${e("It can't be changed or removed. It names nobody but those who look after the place.")}
</p>
${a&&s`<p class="problem" role="alert">${a}</p>`}
${i&&n.length===0&&s`<p class="soft">${e("Nothing yet.")}</p>`}
<ul class="deeds">
${n.map(c=>s`<li key=${c.number}>
<span class="soft small">${N(c.at,o.now())}</span>${" "}
${vs(c,p)}
</li>`)}
</ul>
<${M} cursor=${r} words=${e("Older ones")} load=${l} />
`}function vs({actor_id:t,action:o,about:n},r){let a=ks[o];if(a)return e(a);let i=ys[o]??"{who} did what this page has no words for yet.";return e(i,{who:_s(t,r),someone:r.get(n)??e("someone")})}function _s(t,o){return t==="operator"?e("Whoever runs the server"):o.get(t)??e("Someone who has looked after this place")}function oe(){let t=$(),[o,n]=f(null),[r,a]=f(""),i=I.value==="up",{site:l}=y.value;async function p(){let u=await t.ask_http("site.show",{});if(!u.ok)return a(C(u.error,t.now()));a(""),n(u)}_(()=>{i&&p()},[i,l]);let c=r?s`<p class="problem" role="alert">${r}</p>`:s`<p class="soft" role="status">${e("One moment …")}</p>`;return{site:o,instead:c}}var Ss=[["hearth","Hearth: warm as clay"],["sea","Sea: calm and wide"],["forest","Forest: quiet and green"],["plum","Plum: soft as evening"]];function to(){let t=$(),{site:o,instead:n}=oe();if(!o)return n;let r=({name:a="",welcome:i="",palette:l})=>t.ask_http("site.change",{name:a,welcome:i,palette:l});return s`
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
<${xs} chosen=${o.palette} />
<//>
`}function xs({chosen:t}){return s`
<fieldset>
<legend>${e("Colours")}</legend>
${Ss.map(([o,n])=>s`<label key=${o} class="check">
<input type="radio" name="palette" value=${o} checked=${o===t} />
<span class="swatch" data-palette=${o} aria-hidden="true"></span>
<span>${e(n)}</span>
</label>`)}
</fieldset>
`}var As=["What is said here stays here, and so does who is here.","Speak of yourself. Ask before you give advice.","Come as you are, also after a hard night. Nobody counts your days against you.","Just reading is fine. So is leaving, and coming back.","Nothing is bought, sold or arranged here, and nobody describes how to use or how to do harm.","If someone asks you to stop, stop. If something is not right, tell a moderator: it takes two presses."];function De({text:t}){return t?s`<div class="guidelines as-written" dir="auto">${t}</div>`:s`<ul class="plain-list">
${As.map(o=>s`<li key=${o}>${e(o)}</li>`)}
</ul>`}function oo(){let t=$(),{site:o,instead:n}=oe();if(!o)return n;let r=({guidelines:a=""})=>t.ask_http("site.change",{guidelines:a});return s`
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
<${De} text="" />
<//>
`}var Cs=[["crisis","For a crisis"],["addiction","For addiction"],["poison/overdose","For poisoning or overdose"]];function so(){return{name:"",purpose:"crisis",tel:null,sms:null,sms_word:"",url:null,languages:["en"],hours:"",source:""}}function no(t,o){let n=r=>(t[`${r}-${o}`]??"").trim();return{name:n("name"),purpose:n("purpose"),tel:n("tel")||null,sms:n("sms")||null,sms_word:n("sms_word"),url:n("url")||null,languages:n("languages").split(/[\s,]+/).filter(Boolean),hours:n("hours"),source:n("source")}}function ro({number:t,line:o,suffix:n,on_remove:r}){let a=(i,l,p={})=>s`<label class="field">
<span>${l}</span>
<input
name=${`${i}-${n}`}
autocomplete="off"
defaultValue=${o[i]??""}
...${p}
/>
</label>`;return s`
<fieldset class="card">
<legend>${e("Our line {number}",{number:t})}</legend>
${a("name",e("Its name"),{required:!0})}
<label class="field">
<span>${e("What for")}</span>
<select name=${`purpose-${n}`}>
${Cs.map(([i,l])=>s`<option key=${i} value=${i} selected=${i===o.purpose}>
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
`}var Ts=3;function ao({overview:t,on_changed:o}){let{site:n,instead:r}=oe();return n?s`
<h2>${e("Whose lines come first")}</h2>
<${Ws} site=${n} on_changed=${o} />
<h2>${e("Call these")}</h2>
<${Es}
key=${JSON.stringify(n.own_lines)}
country=${n.help_country}
confirmed=${t.helplines_confirmed}
on_changed=${o}
/>
`:r}function Ws({site:t,on_changed:o}){let n=$(),[r,a]=f(t.help_country),[i,l]=f(Rs(t.own_lines));async function p(u){let m={country:r,own:i.map(({key:h})=>no(u,h))},d=await n.step_up.withStepUp(()=>n.ask_http("site.set_helplines",m));return d.ok&&(await n.helplines.refresh(),await o()),d}let c=Math.max(0,...i.map(({key:u})=>u))+1;return s`
<${R}
words=${e("Save")}
keeps
ask=${p}
done=${()=>e("Saved. Please call all of them before you confirm them below.")}
>
<label class="field">
<span>${e("The country where most of your people live")}</span>
<select
value=${r}
onChange=${u=>a(u.target.value)}
>
<option value="">${e("None: everyone chooses for themselves")}</option>
${t.countries.map(({code:u,name:m})=>s`<option key=${u} value=${u}>${m}</option>`)}
</select>
</label>
${i.map((u,m)=>s`<${ro}
key=${u.key}
number=${m+1}
line=${u}
suffix=${u.key}
on_remove=${()=>l(i.filter(d=>d!==u))}
/>`)}
${i.length<Ts&&s`<button
type="button"
class="quiet"
onClick=${()=>l([...i,{...so(),key:c}])}
>
${e("Add a line of our own")}
</button>`}
<p class="soft small">
${e("You are asked once more who you are: a wrong number is the worst this place could show.")}
</p>
<//>
`}function Rs(t){return t.map((o,n)=>({...o,key:n}))}function Es({country:t,confirmed:o,on_changed:n}){let r=$(),[a,i]=f(r.helplines.kept());_(()=>{r.helplines.refresh().then(()=>i(r.helplines.kept()))},[]);let l=a.countries.filter(({code:m})=>m===t),p=a.international?[a.international]:[],c=[...l.length>0?l:a.countries,...p];async function u(){let m=await r.ask_http("site.confirm_helplines",{});r.tellRefusal(m),m.ok&&r.tell(e("Thank you. That is noted.")),await n()}return s`
${c.map(m=>s`<${Ms} key=${m.code} country=${m} />`)}
${o?s`<p class="soft">${e("Somebody has called these, and people answer there.")}</p>`:s`<div class="card">
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
`}function Os({tel:t,sms:o,url:n}){let r=[t&&e("call {number}",{number:t}),o&&e("text {number}",{number:o.number}),n];return ke(r.filter(a=>a!==null))}function Ms({country:t}){return s`
<h3>${t.name}</h3>
<ul class="plain-list">
${t.emergency&&s`<li>${e("Emergency: {number}",{number:t.emergency})}</li>`}
${t.lines.map((o,n)=>s`<li key=${n}>
<b>${o.name}</b>: ${Os(o)}
<span class="soft small"> (${o.hours})</span>
</li>`)}
</ul>
`}function io({waiting:t,on_changed:o}){let n=$(),[r,a]=f(!1),i=Z(t.map(m=>m.user_id).join(" ")),{list:l,heading:p,leaves:c}=U();async function u(m,d){c(),a(!0);let h=await n.ask_http(m,{user_id:d});h.ok?m==="user.admit"?n.tell(e("They are in.")):n.tell(e("You said no. Their page says so, kindly.")):n.tellRefusal(h),await o(),a(!1)}return s`
<h2 ref=${p} tabindex="-1">${e("At the door")}</h2>
${t.length===0&&s`<p class="soft">${e("Nobody waits to be let in.")}</p>`}
<ul class="cards" ref=${l}>
${t.map(m=>s`<li key=${m.user_id} class="card">
<p>
${L("{handle} knocked {day}",{handle:s`<b>${m.handle}</b>`,day:s`<span class="soft">${_e(m.knocked_on,n.now())}</span>`})}
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
`}function lo({person:t,on_changed:o}){let n=$(),[r,a]=f(null);async function i({met:p}){let c={user_id:t.user_id,met:p==="yes"},u=await n.step_up.withStepUp(()=>n.ask_http("restore.ask",c));return u.ok&&(a({...u,met:c.met}),await o()),u}function l(){a(null),re()}return r?s`<${Is} ...${r} handle=${t.handle} on_done=${l} />`:s`
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
`}function Is({code:t,from_at:o,until:n,handle:r,met:a,on_done:i}){let p=$().now(),c=N(n,p),u=o<=p?e("It works now, until {at}.",{at:c}):e("It works from {from}, unless they stop it, until {at}.",{from:N(o,p),at:c});return s`
<${he}
title=${e("Shown only now")}
on_done=${i}
more=${s`<${ae} text=${t} />`}
>
<p>${e("Hand this code to {handle}, in person or by phone.",{handle:r})}</p>
<p><code class="big-code">${t}</code></p>
<p class="soft">
${u}${" "}
${e("They use it under “I have a recovery code”, where one signs in.")}
</p>
${a&&o>p&&s`<p>
${e("It works at once when another of us says so too: under People, I met them too.")}
</p>`}
<//>
`}var Ps=864e5,Ns=["member","moderator","admin"];function co({alone:t,on_changed:o}){let n=$(),[r,a]=f(null),[i,l]=f(0);async function p({handle:u=""}){let m=await n.ask_http("user.find",{handle:u});return!m.ok&&m.error.code==="not_found"&&(m.error.message=e("Nobody here has that name.")),a(m.ok?m.user:null),l(d=>d+1),m.ok&&await o(),m}async function c(){let u=r&&await n.ask_http("user.find",{handle:r.handle});u?.ok&&a(u.user),await o()}return s`
<h2>${e("Find a person")}</h2>
<${R} words=${e("Find")} kind="quiet" keeps ask=${p}>
<label class="field">
<span>${e("Their name here, as they write it")}</span>
<input name="handle" required autocomplete="off" autocapitalize="none" spellcheck=${!1} />
</label>
<//>
${r&&s`<${Ds}
key=${r.user_id}
person=${r}
alone=${t}
searches=${i}
on_changed=${c}
/>`}
`}function Ds({person:t,alone:o,searches:n,on_changed:r}){let{me:a}=y.value,i=a?.role==="admin",l=a?.user_id===t.user_id,p=t.role==="member"||i&&t.role!=="admin",c=!l&&p&&t.state!=="waiting",u=t.state==="active"||t.state==="banned",m=i&&!l&&(t.state==="active"||t.role!=="member"),d={person:t,on_changed:r};return s`
<div class="card person-card">
<h3>${t.handle}</h3>
<p class="soft">${qs(t,l)}</p>
${c&&u&&s`<${Ls} ...${d} />`}
${c&&u&&s`<${Ys} person=${t} />`}
${c&&u&&s`<${lo} ...${d} />`}
${m&&s`<${Fs} key=${n} ...${d} alone=${o} />`}
${c&&i&&s`<${Bs} ...${d} />`}
</div>
`}function qs({role:t,state:o},n){return`${[ne(t),be(o),n?e("this is you"):""].filter(Boolean).join("; ")}.`}function Ls({person:t,on_changed:o}){let n=$(),{user_id:r}=t;async function a({reason:l,days:p}){let c=p===""?null:n.now()+Number(p)*Ps,u=await n.ask_http("sanction.ban",{user_id:r,reason:l,until:c});return u.ok&&(n.tell(e("Done. {handle} is out on every device.",{handle:t.handle})),await o()),u}async function i(){let l=await n.ask_http("sanction.lift",{user_id:r});n.tellRefusal(l),l.ok&&n.tell(e("{handle} can come back in.",{handle:t.handle})),await o()}if(t.state==="banned"){let{banned_until:l,ban_reason:p}=t,c=l===null?e("Kept out until somebody lifts it."):e("Kept out until {at}.",{at:N(l,n.now())});return s`
<p>${c} ${xe(p??"")}</p>
<${E}
words=${e("Let them back in")}
sure=${e("Yes, let them in")}
on_press=${i}
/>
`}return s`
<details>
<summary>${e("Keep them out for a while")}</summary>
<p class="soft small">
${e("They are told the reason and until when. They can still ask for help.")}
</p>
<${R} words=${e("Keep them out")} ask=${a}>
<label class="field">
<span>${e("Why")}</span>
<select name="reason" required>
${it.map(([l,p])=>s`<option value=${l}>${e(p)}</option>`)}
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
`}function Ys({person:t}){let o=$();async function n(){let r=await o.ask_http("user.end_sign_ins",{user_id:t.user_id});o.tellRefusal(r),r.ok&&o.tell(e("Signed out everywhere."))}return s`<${E}
words=${e("Sign them out everywhere")}
sure=${e("Yes, sign them out")}
on_press=${n}
/>`}function Fs({person:t,alone:o,on_changed:n}){let[r,a]=f("");return s`
<details>
<summary>${e("Give or take back a role")}</summary>
${r?s`<${Us} words=${r} />`:s`<${zs}
person=${t}
alone=${o}
on_done=${i=>(a(Hs(i)),n())}
/>`}
</details>
`}function Hs({state:t,role:o}){return t!=="done"?e("Proposed. Another administrator has to agree."):o==="member"?e("Done. They sign in anew."):e("Done. They sign in anew, and set up an authenticator app before any of it works.")}function Us({words:t}){let o=x(null);return _(()=>o.current?.focus(),[]),s`<p ref=${o} tabindex="-1" role="status" class="outcome">${t}</p>`}function zs({person:t,alone:o,on_done:n}){let r=$(),[a,i]=f(""),{handle:l}=t,p=a==="member"?e("Make {handle} a member again",{handle:l}):a?e("Make {handle} {role}",{handle:l,role:$e(a)}):e("Give the role");async function c({role:u}){let m={user_id:t.user_id,role:u},d=await r.step_up.withStepUp(()=>r.ask_http("role.propose",m));return d.ok&&await n(d.proposal),d}return s`
<p class="soft small">
${e("Moderators see reports and requests for help and can look into every room. Administrators look after the place and read no room.")}${" "}
${o?e("You decide this alone. Everyone else who looks after the place is told, and can take it back for 72 hours."):e("Giving one takes two administrators.")}
</p>
<${R}
words=${p}
sure=${a==="admin"?e("Yes, an administrator"):""}
keeps
ask=${c}
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
${Ns.filter(u=>u!==t.role).map(u=>s`<option key=${u} value=${u}>${ne(u)}</option>`)}
</select>
</label>
<//>
`}function Bs({person:t,on_changed:o}){let n=$(),r=t.state!=="frozen";async function a(){let i={user_id:t.user_id,frozen:r},l=await n.step_up.withStepUp(()=>n.ask_http("user.freeze",i));n.tellRefusal(l),l.ok&&n.tell(r?e("The account is closed."):e("The account is open again.")),await o()}return r?s`<${E}
words=${e("Close the account")}
sure=${e("Yes, close it")}
on_press=${a}
>
<p class="soft small">
${e("Nobody signs in to it any more, until it is opened again. What they wrote stays.")}
</p>
<//>`:s`<${E}
words=${e("Open the account again")}
sure=${e("Yes, open it")}
on_press=${a}
/>`}function po({proposals:t,on_changed:o}){let n=$(),{list:r,heading:a,leaves:i}=U();if(t.length===0)return null;async function l(p,c){let u=await n.step_up.withStepUp(()=>n.ask_http(p,{proposal_id:c}));n.tellRefusal(u),i(),u.ok&&n.tell(e("Done.")),await o()}return s`
<h2 ref=${a} tabindex="-1">${e("To decide, or to know")}</h2>
<ul class="cards" ref=${r}>
${t.map(p=>s`<${Gs} key=${p.proposal_id} proposal=${p} decide=${l} />`)}
</ul>
`}function Gs({proposal:t,decide:o}){let n=$(),{proposal_id:r,kind:a,user:i,proposer:l,state:p,due_at:c}=t,{me:u}=y.value,m=l?.user_id===u?.user_id,d=i.user_id===u?.user_id,h=u?.role==="admin",g=p==="waiting"&&!d,v=h||t.role_before==="member",S=a==="role"&&p==="done"&&c>n.now()&&!d,b={agree:g&&a==="role"&&h&&!m,meet:g&&a==="restore"&&c>n.now()&&!m&&v,stop:g&&(a==="restore"||h)},k=(w,A,q)=>s`<${E}
words=${A}
label=${`${A}: ${i.handle}`}
sure=${q}
on_press=${()=>o(w,r)}
/>`;return s`
<li class="card">
<p>${Ks(t)}</p>
<p class="soft small">${js(t,n.now())}</p>
<div class="row">
${b.agree&&k("proposal.approve",e("Agree"),e("Yes, I agree"))}
${b.meet&&k("restore.confirm",e("I met them too"),e("Yes, I met them"))}
${b.stop&&k("proposal.refuse",e("Stop it"),e("Yes, stop it"))}
${S&&k("proposal.undo",e("Take it back"),e("Yes, take it back"))}
</div>
</li>
`}function Ks({kind:t,user:o,role:n,proposer:r,state:a}){let i=r?r.handle:e("Someone who has left"),l=s`<b>${o.handle}</b>`;if(t==="restore")return L("{who} helps {handle} back into their account.",{who:i,handle:l});let p=$e(n??"member"),c={who:i,handle:l,role:p};return a==="done"||a==="undone"?L("{who} made {handle} {role}.",c):a==="waiting"?L("{who} proposes {handle} as {role}.",c):L("{who} proposed {handle} as {role}.",c)}function js({kind:t,state:o,met:n,due_at:r},a){let i=N(r,a);if(o==="waiting"&&t==="role")return e("Another administrator has to agree, by {at}.",{at:i});if(o==="waiting"){let l=n>0?`${H("{count} of us met them.","{count} of us met them.",n)} `:"";return r<=a?`${l}${e("The code works now.")}`:`${l}${e("The code works from {at}, unless they stop it.",{at:i})}`}return o==="lapsed"?t==="restore"?e("The code was not used in time."):e("Nobody decided in time."):o==="refused"?e("Stopped."):o==="stopped"?e("They stopped it: it was not them who asked."):o==="undone"?e("It was undone."):t==="restore"?e("They are back."):r>a?e("Done. It can be taken back until {at}.",{at:i}):e("Done.")}function uo({overview:t,on_changed:o}){return s`
<${io} waiting=${t.waiting} on_changed=${o} />
<${po} proposals=${t.proposals} on_changed=${o} />
<${co} alone=${t.alone} on_changed=${o} />
<h2>${e("Who looks after this place")}</h2>
<ul class="people">
${t.staff.map(n=>s`<li key=${n.user.user_id} class="person">
<div class="person-row">
<span class="who">${n.user.handle}</span>
<span class="tag">${Nt(n.role)}</span>
${be(n.state)&&s`<span class="tag">${be(n.state)}</span>`}
${!n.proven&&s`<span class="tag">${e("not set up yet")}</span>`}
</div>
</li>`)}
</ul>
`}var Vs=[["open","Open: anyone may come in by themselves"],["invite","By invitation: whoever was given a link"],["closed","Closed: nobody new comes in for now"]];function Xs(t){return t==="open"?e("Anyone can come in by themselves."):t==="invite"?e("New people come in by invitation."):e("Nobody new comes in for now.")}function mo({overview:t,on_changed:o}){let n=$(),{site:r,instead:a}=oe();if(!r)return a;async function i({registration:p}){let c={registration:p},u=await n.step_up.withStepUp(()=>n.ask_http("site.set_registration",c));return u.ok&&await o(),u}let l=r.chosen==="open"&&!t.helplines_confirmed;return s`
<p class="lead">${Xs(t.registration)}</p>
${l&&s`<p class="card">
${e("You chose an open door. It opens as soon as somebody has called the help lines that your people may need; until then people come in by invitation.")}${" "}
<a href="/app/care/help-lines">${e("Help lines")}</a>
</p>`}
<${R} words=${e("Save")} keeps ask=${i} done=${()=>e("Saved.")}>
<fieldset>
<legend>${e("Who may make an account")}</legend>
${Vs.map(([p,c])=>s`<label key=${p} class="check">
<input
type="radio"
name="registration"
value=${p}
defaultChecked=${p===r.chosen}
/>
<span>${e(c)}</span>
</label>`)}
</fieldset>
<p class="soft small">
${e("You are asked once more who you are. People who are in stay in.")}
</p>
<//>
`}function fo(){let t=$(),[o,n]=f(null),[r,a]=f(!1),{items:i,cursor:l,problem:p,known:c,load:u}=j(d=>t.ask_http("room.list",{cursor:d}),d=>d.rooms,[o,r]);async function m({room_id:d,name:h},g){let v=await t.ask_http("room.update",{room_id:d,closed:g});t.tellRefusal(v),v.ok&&t.tell(g?e("{name} is closed.",{name:h}):e("{name} is open again.",{name:h})),await u(null)}return s`
<p>
<button type="button" class="main" onClick=${()=>a(!0)}>
${e("Open a new room")}
</button>
</p>
${p&&s`<p class="problem" role="alert">${p}</p>`}
${c&&i.length===0&&s`<p class="soft">${e("There are no rooms yet.")}</p>`}
<ul class="cards">
${i.map(({room:d})=>s`<${Js}
key=${d.room_id}
room=${d}
on_change=${()=>n(d)}
on_close=${h=>{m(d,h)}}
/>`)}
</ul>
<${M} cursor=${l} words=${e("More rooms")} load=${u} />
${o&&s`<${we} room=${o} on_close=${()=>n(null)} />`}
${r&&s`<${we} room=${null} on_close=${()=>a(!1)} />`}
`}function Js({room:t,on_change:o,on_close:n}){let{name:r}=t;return s`
<li class="card">
<h2 class="card-title">
${r}${t.closed&&s` <span class="tag">${e("closed")}</span>`}
</h2>
<p class="soft small">${e(ue[t.access]??"")}</p>
<div class="row">
<button
type="button"
class="quiet"
aria-label=${e("Settings: {name}",{name:r})}
onClick=${o}
>
${e("Settings")}
</button>
${t.closed?s`<${E}
key="open"
words=${e("Open it again")}
label=${e("Open it again: {name}",{name:r})}
sure=${e("Yes, open it")}
on_press=${()=>n(!1)}
/>`:s`<${E}
key="close"
words=${e("Close it")}
label=${e("Close it: {name}",{name:r})}
sure=${e("Yes, close it")}
on_press=${()=>n(!0)}
>
<p class="soft small">
${e("Nobody writes in it or comes in any more. Whoever is in it can go on reading what is kept. It can be opened again.")}
</p>
<//>`}
</div>
</li>
`}var Qs="/app/care",$o=[{name:"people",title:"People",about:"Who waits, what to decide, find someone",part:uo},{name:"invites",title:"Invitations",about:"A link or a flyer, to hand on",part:zt}],Zs=[{title:"",sections:[...$o,{name:"record",title:"What I did",part:Ke}]}],en=[{title:"Who is here",sections:$o},{title:"The place",sections:[{name:"rooms",title:"Rooms",about:"Open, change and close them",part:fo},{name:"door",title:"New people",about:"Who may come in by themselves",part:mo},{name:"face",title:"Name and colours",about:"What people see first",part:to},{name:"guidelines",title:"Guidelines",about:"How we are with each other, in all rooms",part:oo},{name:"help-lines",title:"Help lines",about:"Whose numbers come first, and our own",part:ao},{name:"record",title:"What was done",about:"By staff",part:Ke}]}];function $u(){let{account:t}=y.value,o=le(y.value);return P(e("Looking after this place")),o&&t.proven?s`<${on} />`:s`
<section class="page narrow" data-region>
<a class="back" href="/app">${e("All rooms")}</a>
<h1>${e("Looking after this place")}</h1>
${o?s`<${tn} has=${t.second_factor} />`:s`<p>${e("This page is for those who look after the place.")}</p>`}
</section>
`}function tn({has:t}){return t?s`
<p>
${e("You came in here without the six digits from your app. Show them once, and this works.")}
</p>
<p><a class="button main" href="/step-up?to=/app/care">${e("Show them")}</a></p>
`:s`
<p>
${e("You look after this place. What you may do works once your account is kept by more than a passphrase: an app on your phone that shows six digits.")}
</p>
<p><a class="button main" href="/second-factor">${e("Set it up")}</a></p>
`}function on(){let{overview:t,problem:o,load:n}=sn(),r=o&&s`<p class="problem pad" role="alert">${o}</p>`;if(!t)return r||s`<p class="soft pad" role="status">${e("One moment …")}</p>`;let a=t.proposals.filter(i=>i.state==="waiting").length;return s`
${r}
${t.unseen_reports>0&&s`<p class="problem pad">
${e("A report waits that no moderator can see. Name a moderator.")}
</p>`}
<${Ne}
title=${e("Looking after this place")}
lead=""
base=${Qs}
groups=${y.value.me?.role==="admin"?en:Zs}
news=${{people:t.waiting.length+a}}
common=${{overview:t,on_changed:n}}
/>
`}function sn(){let t=$(),[o,n]=f(null),[r,a]=f(""),i=I.value==="up",{staff_new:l,site:p}=y.value;async function c(){let d=await t.ask_http("staff.overview",{});if(!d.ok)return a(C(d.error,t.now()));a(""),n(d),y.peek().staff_new&&X(h=>({...h,staff_new:0}))}let u=l>0,m=x(null);return _(()=>{!i||m.current===p&&!u||(m.current=p,c())},[i,u,p]),{overview:o,problem:r,load:c}}function Au(){let t=$(),[o,n]=f(null),[r,a]=f(""),i=I.value==="up";async function l(){let c=await t.ask_http("site.guidelines",{});if(!c.ok)return a(C(c.error,t.now()));a(""),n(c)}P(e("How we are with each other")),_(()=>{i&&l()},[i]);async function p(){let{version:c}=o,u=await t.ask_http("site.accept_guidelines",{version:c});if(u.ok)return X(m=>nt(m,c));await l(),a(C(u.error,t.now()))}return s`
<section class="page narrow" data-region>
<h1>${e("How we are with each other")}</h1>
<p class="lead">${e("This has changed since you were last here. Please read it, then go on.")}</p>
${r&&s`<p class="problem" role="alert">${r}</p>`}
${o?s`<${De} text=${o.text} />
<p class="row">
<button type="button" class="main" onClick=${()=>{p()}}>
${e("I have read this. Go on")}
</button>
<button type="button" class="quiet" onClick=${()=>{t.sign_out()}}>
${e("Sign out")}
</button>
</p>`:s`<p class="soft" role="status">${e("One moment …")}</p>`}
</section>
`}function Ou({unreached:t=!1}){return P(e("Help now")),s`
<section class="page" data-region>
${!t&&s`<a class="back" href="/app">${e("All rooms")}</a>`}
<h1>${e("Help now")}</h1>
${t&&s`<p class="lead">
${e("Your rooms can’t be reached just now. They open by themselves when that changes.")}
</p>`}
<${Te} />
</section>
`}var nn={open:"open",request:"on request",invite:"by invitation"};function Ju(){let t=$(),o=y.value,[n,r]=f([]),[a,i]=f(null),[l,p]=f(e("One moment …")),[c,u]=f(null),[m,d]=f(!1),[h,g]=f(null),v=Object.keys(o.rooms).join(" "),S=m||h?1:0,b=I.value==="up";async function k(B){let V=await t.ask("room.list",{cursor:B});if(!V.ok)return p(C(V.error,t.now()));r(W=>B===null?V.rooms:[...W,...V.rooms]),i(V.cursor),p("")}_(()=>{b&&k(null)},[b,v,S]),P(e("Rooms"));let w=o.me?.role==="admin",q=I.value!=="up"&&I.value!=="starting"&&n.length===0?e("The rooms can't be shown until you are back."):l,O=n.filter(({room:B})=>!o.rooms[B.room_id]),z=!q&&O.length===0,Y=w&&z&&a===null;return s`
<section class="page lobby" data-region>
<h1>${e("Rooms")}</h1>
<p class="lead">
${o.me&&s`${e("Good to see you, {handle}.",o.me)}${" "}`}
${w?e("You look after rooms here; administrators don't enter them."):e("Just reading is fine.")}
</p>
${!w&&s`<${rn} />`}
${!w&&s`<${ln} />`}
${!w&&s`<section class="phone-only">
<h2>${e("Your rooms")}</h2>
<${Et} />
</section>`}
<section>
<h2>${an(w,v!=="")}</h2>
${q&&s`<p class="soft" role="status">${q}</p>`}
${z&&s`<${Oe} picture="house" words=${cn(Y,v!=="")} />`}
<ul class="cards">
${O.map(B=>s`<${pn}
key=${B.room.room_id}
listed=${B}
on_open=${u}
on_change=${g}
/>`)}
</ul>
<${M} cursor=${a} words=${e("More rooms")} load=${k} />
</section>
${b&&st(o)&&s`<p>
<button type="button" class=${Y?"main":"quiet"} onClick=${()=>d(!0)}>
${Y?e("Open the first room"):e("Open a new room")}
</button>
</p>`}
${b&&!w&&s`<${mn} />`}
${c&&s`<${T} title=${c.room.name} on_close=${()=>u(null)}>
<${Pt} listed=${c} on_done=${()=>u(null)} />
<//>`}
${h&&s`<${we} room=${h} on_close=${()=>g(null)} />`}
${m&&s`<${we} room=${null} on_close=${()=>d(!1)} />`}
</section>
`}function rn(){let t=$(),o=x(null),[n,r]=f(!1),a=tt(y.value)>0;_(()=>{a&&r(!1)},[a]);async function i(){await t.act.markAllRead()&&(r(!0),o.current?.focus())}return s`
<p role="status" class="soft" tabindex="-1" ref=${o}>${n&&e("Everything is read.")}</p>
${a&&s`<p>
<button type="button" class="quiet" onClick=${()=>{i()}}>
${e("Mark all as read")}
</button>
</p>`}
`}function an(t,o){return t?e("All rooms"):o?e("Other rooms"):e("Rooms to come into")}function ln(){let t=ve(y.value).filter(({membership:o})=>o.standing==="invited");return t.length===0?null:s`
<section>
<h2>${e("You are invited")}</h2>
<ul class="cards">
${t.map(({room:o})=>s`<li key=${o.room_id} class="card">
<h3>${o.name}</h3>
${o.about&&s`<p>${o.about}</p>`}
<div class="row">
<a
class="button main door-link"
href=${G(o.room_id)}
aria-label=${e("Come in: {room}",{room:o.name})}
>
${e("Come in")}
</a>
</div>
</li>`)}
</ul>
</section>
`}function cn(t,o){return t?e("There are no rooms yet."):o?e("There are no others just now."):e("There are no rooms yet. Please look in again.")}function pn({listed:t,on_open:o,on_change:n}){let{room:r}=t,a=y.value.me?.role==="admin";return s`
<li class="card door-card">
<${Wt} room_id=${r.room_id} />
<h3>${r.name} <span class="tag">${e(nn[r.access]??"")}</span></h3>
${r.about&&s`<p>${r.about}</p>`}
<div class="row">
${a?ot(y.value)&&s`<button
type="button"
class="quiet"
aria-label=${e("Settings: {room}",{room:r.name})}
onClick=${()=>n(r)}
>
${e("Settings")}
</button>`:s`<button
type="button"
class="quiet door-link"
aria-label=${e("Look in: {room}",{room:r.name})}
onClick=${()=>o(t)}
>
${e("Look in")}
</button>`}
${ie(y.value)&&s`<a
class="button quiet door-link"
href=${G(r.room_id)}
aria-label=${e("Go in as moderator: {room}",{room:r.name})}
>
${e("Go in as moderator")}
</a>`}
</div>
</li>
`}function un({room:t}){return t?e("Done."):e("You are here already. It is still good for someone else.")}function mn(){let t=$(),o=t.invitation.value;async function n({code:r=""}){let a=await t.ask_http("invite.use",{code:r});return a.ok&&(t.invitation.value="",await t.session.sync(),a.room&&t.router.go(G(a.room.room_id))),a}return s`
<details open=${o!==""}>
<summary>${e("I was given a code")}</summary>
<${R} words=${e("Use it")} kind="quiet" ask=${n} done=${un}>
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
`}function um(){return P(e("Reports and requests")),s`
<section class="page narrow" data-region>
<a class="back" href="/app">${e("All rooms")}</a>
<h1>${e("Reports and requests")}</h1>
<${dn} />
<${fn} />
</section>
`}function Ve(t){let o=Se.find(([n])=>n===t)?.[1];return o?e(o):t}function dn(){let t=$(),o=y.value.help_new>0,{items:n,cursor:r,problem:a,known:i,load:l}=j(p=>t.ask("help.list",{cursor:p}),p=>p.requests,[o]);return _(()=>{i&&t.news.helpSeen(n)},[n]),s`
<h2>${e("People who want to talk")}</h2>
<p class="soft small">
${e("Nobody has answered them from here: this page only tells you. Look for them in a room.")}
</p>
<${ho} problem=${a} known=${i} />
${i&&n.length===0&&s`<p class="soft">${e("Nobody is waiting.")}</p>`}
<ul class="cards">
${n.map(p=>s`<${$n} key=${p.help_id} ...${p} />`)}
</ul>
<${M} cursor=${r} words=${e("Older ones")} load=${l} />
`}function fn(){let t=$(),o=y.value.reports_new>0,{items:n,cursor:r,problem:a,known:i,load:l}=j(g=>t.ask("report.list",{cursor:g}),g=>g.reports,[o]),p=n.filter(g=>g.closed_at===null),c=n.filter(g=>g.closed_at!==null),{list:u,heading:m,leaves:d}=U();_(()=>{i&&t.news.reportsSeen(p)},[n]);async function h(g){let v=await t.ask("report.close",{report_id:g});t.tellRefusal(v),v.ok&&t.tell(e("Seen to.")),d(),await l(null)}return s`
<h2 ref=${m} tabindex="-1">${e("Reported messages")}</h2>
<${ho} problem=${a} known=${i} />
${i&&n.length===0&&s`<p class="soft">${e("Nothing has been reported.")}</p>`}
<ul class="cards" ref=${u}>
${p.map(g=>s`<${hn} key=${g.report_id} report=${g} close=${h} />`)}
</ul>
<ul class="cards">
${c.map(g=>s`<${wn} key=${g.report_id} report=${g} />`)}
</ul>
<${M} cursor=${r} words=${e("Older ones")} load=${l} />
`}function ho({problem:t,known:o}){return t?s`<p class="problem" role="alert">${t}</p>`:o?null:s`<p class="soft" role="status">${e("One moment …")}</p>`}function $n({asked_at:t,person:o,words:n}){return s`
<li class="card">
<p><b>${o.handle}</b> <${je} at=${t} /></p>
<p class="words" dir="auto">${n||e("No words were added.")}</p>
</li>
`}function hn({report:t,close:o}){let n=Ve(t.reason),r=t.author.handle;return s`<li class="card">
<${wo} ...${t} />
<button
type="button"
class="quiet"
aria-label=${e("Seen to: {why}. Written by {handle}",{why:n,handle:r})}
onClick=${()=>{o(t.report_id)}}
>
${e("Seen to")}
</button>
</li>`}function wn({report:t}){return s`<li class="card">
<details>
<summary>${e("Seen to: {why}",{why:Ve(t.reason)})}</summary>
<${wo} ...${t} />
</details>
</li>`}function wo(t){let{reason:o,reported_at:n,room_id:r,room_name:a,posted_at:i,author:l,reporter:p}=t,{warning:c,body:u,note:m}=t;return s`
<p><b>${Ve(o)}</b> <${je} at=${n} /></p>
${c&&s`<p class="soft">${e("Content warning: {warning}",{warning:c})}</p>`}
<blockquote class="words" dir="auto">${u}</blockquote>
<p class="soft">
${L("Written by {author} ({when}) in {room}; reported by {reporter}.",{author:l.handle,when:s`<${je} at=${i} />`,room:s`<a href=${G(r)}>${a}</a>`,reporter:p.handle})}
</p>
${m&&s`<p dir="auto">${m}</p>`}
`}function je({at:t}){let o=$();return s`<span class="soft">${pe(t,o.now())}, ${ce(t)}</span>`}function _m(){let t=$(),[o,n]=f([]),[r,a]=f(null),[i,l]=f(e("One moment …")),p=I.value==="up";async function c(d){let h=await t.ask("message.saved",{cursor:d});if(!h.ok)return l(C(h.error,t.now()));n(g=>d===null?h.messages:[...g,...h.messages]),a(h.cursor),l("")}_(()=>{p&&c(null)},[p]),P(e("Saved messages"));let m=!p&&I.value!=="starting"&&o.length===0?e("What you saved can't be shown until you are back."):i;return s`
<section class="page saved" data-region>
<h1>${e("Saved messages")}</h1>
<p class="lead">
${e("Only you see what is here. When a message is taken back, or you leave its room, it goes from here as well.")}
</p>
<p class="soft" role="status">${m}</p>
${!m&&o.length===0&&s`<${Oe}
picture="lantern"
words=${e("Nothing here yet. Words that did you good can be kept: choose “Save it for myself” in a message's menu.")}
/>`}
<ul class="found">
${o.map(d=>s`<${gn} key=${d.message_id} message=${d} />`)}
</ul>
<${M} cursor=${r} words=${e("Show more")} load=${c} />
</section>
`}function gn({message:t}){let o=$(),[n,r]=f(!0);async function a(){await o.act.save(t.message_id,!n,{quietly:!0})&&r(!n)}return s`
<${Pe} message=${t} room=${y.value.rooms[t.room_id]?.room.name}>
<button type="button" class="plain" onClick=${()=>{a()}}>
${n?e("Keep it no longer"):e("Keep it after all")}
</button>
<//>
`}function Wm(){return P(e("Search")),s`
<section class="page" data-region>
<a class="back" href="/app">${e("All rooms")}</a>
<h1>${e("Search")}</h1>
<${Be} />
</section>
`}var go="chat.appearance",yo=Object.freeze([100,125,150,200]);function bn(t){let{theme:o,text:n,compact:r}=t??{};return{theme:o==="light"||o==="dark"?o:"system",text:yo.includes(n)?n:100,compact:r===!0}}function ko(){let{device:t}=$(),[o,n]=f(()=>bn(t.get(go)));function r(a){let i={...o,...a};n(i),t.set(go,i),dispatchEvent(new Event("appearance"))}return s`
<div class="stack appearance">
<${bo}
title=${e("Light or dark")}
name="theme"
chosen=${o.theme}
among=${[["system",e("As this device has it"),"device"],["light",e("Light"),"sun"],["dark",e("Dark"),"moon"]]}
on_choose=${a=>r({theme:a})}
/>
<${bo}
title=${e("Size of the letters")}
name="text"
chosen=${o.text}
among=${yo.map(a=>[a,e("{percent} %",{percent:Ze(a)})])}
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
`}function bo({title:t,name:o,chosen:n,among:r,on_choose:a}){return s`
<fieldset>
<legend>${t}</legend>
<div class="choices">
${r.map(([i,l,p])=>s`<label key=${i} class="choice">
<input
type="radio"
name=${`appearance-${o}`}
checked=${i===n}
onChange=${()=>a(i)}
/>
${p&&s`<${se} name=${p} />`}
<span>${l}</span>
</label>`)}
</div>
</fieldset>
`}function vo(){let t=$(),{items:o,cursor:n,problem:r,known:a,load:i}=j(m=>t.ask_http("user.blocks",{cursor:m}),m=>m.people,[y.value.blocks]),{list:l,leaves:p}=U();async function c(m,d){p(),await t.act.block(m,!1)&&(t.tell(e("{handle} is no longer blocked.",{handle:d})),await i(null))}let u=a&&o.length===0;return s`
${r&&s`<p class="problem" role="alert">${r}</p>`}
${u&&s`<p class="soft">${e("Nobody. You can block someone from a message of theirs.")}</p>`}
<ul class="people" ref=${l}>
${o.map(m=>{let d=m.handle||e("Someone");return s`<li key=${m.user_id} class="person">
<div class="person-row">
<span class="who">${d}</span>
<button
type="button"
class="quiet"
aria-label=${e("Unblock {handle}",{handle:m.handle||e("someone")})}
onClick=${()=>c(m.user_id,d)}
>
${e("Unblock")}
</button>
</div>
</li>`})}
</ul>
<${M} cursor=${n} load=${i} />
`}function _o(){let t=$(),[o,n]=f([]);async function r(){let i=await t.step_up.withStepUp(()=>t.api("POST","/api/recovery-codes",{}));if(!i.ok)return t.tellRefusal(i);n(i.recovery_codes)}function a(){n([]),re()}if(o.length>0){let i=s`<${ae} text=${o.join(`
`)} words=${e("Copy them")} /> <${Ie} />`;return s`
<${he}
title=${e("Your new codes, shown only now")}
on_paper
on_done=${a}
more=${i}
>
<p>${e("Write them down, and keep them where only you look. Each works once.")}</p>
<${Yt} codes=${o} />
<//>
`}return s`
<p>${e("One of them opens your account when the passphrase or the phone is lost.")}</p>
<${E}
words=${e("Make new codes")}
sure=${e("Yes, make new ones")}
on_press=${()=>{r()}}
>
<p>${e("The codes you have now stop working.")}</p>
<//>
`}var Xe="chat.discreet";function So(){return s`
<div class="stack discreet">
<${yn} />
<${kn} />
<${vn} />
</div>
`}function yn(){let{device:t}=$(),[o,n]=f(()=>t.get(Xe)===!0),r=document.documentElement.dataset.neutral??"";function a(i){n(i),i?t.set(Xe,!0):t.remove(Xe),dispatchEvent(new Event("appearance"))}return s`
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
`}function kn(){return s`
<section>
<h2>${e("On your home screen")}</h2>
<p>
${e("It then opens like an app, and help now is there without a network. If it is to have the plain name, choose that first. An icon that is there already keeps its name: remove it, and put it there anew.")}
</p>
${pt()?s`<button type="button" class="quiet" onClick=${()=>{ut()}}>
${e("Put it on my home screen")}
</button>`:s`<p class="soft">
${e("In your browser’s menu, look for “Add to home screen” or “Install”.")}
</p>`}
</section>
`}function vn(){let t=s`<a href="/exit">${e("what it does, and what it can’t")}</a>`;return s`
<section>
<h2>${e("Quick exit")}</h2>
<p>
${L("The button at the top of every page, or the Shift key three times. Read {link}.",{link:t})}
</p>
</section>
`}function xo(){let t=$(),{me:o}=y.value;return s`
<p>${e("You are {handle} here.",{handle:o?.handle??""})}</p>
<${R}
words=${e("Go by this name")}
ask=${({handle:n})=>t.ask_http("handle.change",{handle:n})}
done=${n=>e("You are {handle} now, everywhere.",{handle:n.user.handle})}
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
`}function Ao(){let t=$();async function o({passphrase:n,new_passphrase:r,code:a}){let i=(a??"").replaceAll(/\s/g,""),l={passphrase:n,new_passphrase:r,...i?{code:i}:{}},p=await t.api("POST","/api/passphrase",l);return p.ok&&await t.renewed(),p}return s`
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
<${Ge} />
<label class="field">
<span>${e("A new passphrase")}</span>
<input name="new_passphrase" type="password" required autocomplete="new-password" />
</label>
<//>
`}function Co(){let{hidden:t}=$(),o=t.topics.value;return s`
<fieldset>
<legend>${e("What would you rather not come upon?")}</legend>
<p class="soft small">
${e("Messages that their authors marked so are folded for you; you can still open each. This stays on this device: nobody else learns of it.")}
</p>
${Ae.map(n=>s`<label key=${n} class="check">
<input
type="checkbox"
name=${n}
checked=${o.includes(n)}
onChange=${r=>t.set(n,r.target.checked)}
/>
<span>${Ce(n)}</span>
</label>`)}
</fieldset>
`}function To(){let{account:t}=y.value,o=le(y.value);return t.second_factor?s`
<p>
${e("Signing in asks for six digits from your app.")}${" "}
${o&&e("Whoever looks after the place needs it.")}
</p>
<p><a class="button quiet" href="/second-factor">${e("Use another app or phone")}</a></p>
${!o&&s`<${_n} />`}
`:s`
<p>
${o?e("You look after this place: what you may do works once this is set up."):e("With it, your passphrase alone opens nothing. Nobody needs it to be here.")}
</p>
<p><a class="button quiet" href="/second-factor">${e("Set it up")}</a></p>
`}function _n(){let t=$();async function o(){let n=await t.step_up.withStepUp(()=>t.api("DELETE","/api/second-factor"));if(!n.ok)return t.tellRefusal(n);X(r=>({...r,account:{...r.account,second_factor:!1}})),t.tell(e("Your passphrase alone opens your account now.")),re()}return s`
<${E}
words=${e("Do without it")}
sure=${e("Yes, do without it")}
on_press=${()=>{o()}}
>
<p>${e("Then your name and passphrase alone open your account.")}</p>
<//>
`}function Wo(){let t=$(),{me:o}=y.value,[n,r]=f(""),a=o?.visible===!0,i=o?.reading===!0;async function l(p,c){r(await t.act.showMe(p,c)?e("Kept."):"")}return s`
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
onChange=${p=>l(a,p.target.checked)}
/>
<span>${e("I'm just reading. That is fine; nobody waits for me to write.")}</span>
</label>
<p class="soft small" role="status">${n}</p>
`}function Sn(t){return t==="phone"?e("A phone"):t==="computer"?e("A computer"):t==="program"?e("A program"):e("A device")}function Ro(){let t=$(),[o,n]=f([]),[r,a]=f(""),{list:i,leaves:l}=U(),p=I.value==="up";async function c(){let m=await t.ask_http("sign_in.list",{});if(!m.ok)return a(C(m.error,t.now()));a(""),n(m.sign_ins)}_(()=>{p&&c()},[p]);async function u(m){let d=await t.ask_http("sign_in.end",{sign_in_id:m});if(!d.ok)return t.tellRefusal(d);l(),t.tell(e("Signed out there.")),await c()}return s`
${r&&s`<p class="problem" role="alert">${r}</p>`}
<ul class="cards" ref=${i}>
${o.map(m=>s`<${xn}
key=${m.sign_in_id}
sign_in=${m}
on_end=${()=>u(m.sign_in_id)}
/>`)}
</ul>
<p class="soft small">
${L("Something you don't know? Sign it out, and choose {link}.",{link:s`<a href="/app/settings/passphrase">${e("a new passphrase")}</a>`})}
</p>
`}function xn({sign_in:t,on_end:o}){let n=$(),{current:r,started_on:a}=t,i=Sn(t.device),l=e("Since {day}",{day:_e(a,n.now())});return s`
<li class="card">
<p><b>${i}</b>${r&&s` <span class="tag">${e("this one")}</span>`}</p>
<p class="soft small">${l}</p>
${!r&&s`<button
type="button"
class="quiet"
aria-label=${e("Sign out there: {device}. {since}",{device:i,since:l})}
onClick=${o}
>
${e("Sign out there")}
</button>`}
</li>
`}function Oo(){let t=$(),o=ge.value;return s`
<div class="stack">
<p class="soft">${e("On this device only.")}</p>
<${Eo}
name="enter_sends"
legend=${e("The Enter key")}
options=${[["auto",e("Sends where there is a keyboard; on a phone it begins a new line")],["always",e("Always sends")],["never",e("Always begins a new line")]]}
/>
<${Eo}
name="announce"
legend=${e("A screen reader tells new messages")}
options=${[["all",e("All of them")],["mentions",e("Only those that name me")],["off",e("None")]]}
/>
<label class="check">
<input
type="checkbox"
checked=${o.typing}
onChange=${n=>t.writing.choose({typing:n.target.checked})}
/>
<span>${e("Others may see that someone is writing while I write")}</span>
</label>
<label class="check">
<input
type="checkbox"
checked=${o.single_keys}
onChange=${n=>t.writing.choose({single_keys:n.target.checked})}
/>
<span>${e("Single letters do things while the list of messages has the focus")}</span>
</label>
<div>
<button type="button" class="quiet" onClick=${()=>Ot("shortcuts")}>
${e("Show all keys")}
</button>
</div>
</div>
`}function Eo({name:t,legend:o,options:n}){let r=$();return s`
<fieldset>
<legend>${o}</legend>
${n.map(([a,i])=>s`<label key=${a} class="check">
<input
type="radio"
name=${t}
checked=${ge.value[t]===a}
onChange=${()=>r.writing.choose({[t]:a})}
/>
<span>${i}</span>
</label>`)}
</fieldset>
`}var An="/app/settings",Cn=[{title:"Me, here",sections:[{name:"name",title:"My name here",part:xo},{name:"seen",title:"Who may see that I am here",about:"Shown or only counted; just reading",part:Wo},{name:"blocked",title:"People I have blocked",part:vo}]},{title:"On this device",sections:[{name:"appearance",title:"Appearance",about:"Light or dark, how large, how close",part:ko},{name:"writing",title:"Writing and being told",about:"Enter, typing, single keys, what is read aloud",part:Oo},{name:"reading",title:"What I would rather not see",about:"Topics that are folded for me",part:Co},{name:"discreet",title:"What others may find here",about:"A neutral name, the home screen, the quick exit",part:So}]},{title:"My ways in",sections:[{name:"sign-ins",title:"Where I am signed in",about:"Sign out a phone or computer",part:Ro},{name:"passphrase",title:"A new passphrase",part:Ao},{name:"codes",title:"Recovery codes",about:"For when the passphrase is lost",part:_o},{name:"second-factor",title:"Authenticator app",about:"Six digits beside the passphrase",part:To}]},{title:"My data",sections:[{name:"data",title:"Take my data with me",about:"Everything that is kept of me",part:Jt},{name:"leaving",title:"Leaving",part:Qt}]}];function $f(){let{me:t}=y.value;return t?s`<${Ne}
title=${e("Settings")}
lead=${e("You are {handle} here.",{handle:t.handle})}
base=${An}
groups=${Cn}
/>`:s`<p class="soft pad" role="status">${e("One moment …")}</p>`}var Tn=Fe(async()=>(await import("./later-Q7BEQU7Z.js")).SettingsData),Wn=Fe(async()=>(await import("./later-Q7BEQU7Z.js")).SettingsLeaving);function Cf(){let{account:t}=y.value,o=t.state==="waiting";return s`
<section class="page narrow" data-region>
${o?s`<${Rn} />`:t.state==="banned"?s`<${En} />`:s`<${On} />`}
<h2>${e("If you need someone now")}</h2>
<${Te} />
<h2>${e("My data")}</h2>
<${Tn} />
${o&&s`<h2>${e("Leaving")}</h2>
<${Wn} />`}
</section>
`}function Tf(){return P(e("Signed out")),s`
<section class="page narrow" data-region>
<h1>${e("Signed out")}</h1>
<p class="soft">${e("Nothing of yours is shown here any more.")}</p>
<p><a href="/help">${e("Help now is there for you all the same.")}</a></p>
</section>
`}function Je(){let t=$();return s`<button type="button" class="quiet" onClick=${()=>{t.sign_out()}}>
${e("Sign out")}
</button>`}function Rn(){return P(e("Almost in")),s`
<h1>${e("Almost in")}</h1>
<p class="lead">
${e("We have told those who keep this place that you are at the door. When one of them lets you in, this page changes by itself. You can close it and come back.")}
</p>
<p class="row"><${Je} /></p>
`}function En(){let t=$(),{ban:o}=y.value.account;return P(e("Not for now")),s`
<h1>${e("You can't take part for now")}</h1>
<p class="lead">
${o?.until?e("Until {at}.",{at:N(o.until,t.now())}):e("Until somebody lets you back in.")}${" "}
${o?xe(o.reason):""}
</p>
<p>${e("A person decided this, not a machine. “I need to talk” still works, below.")}</p>
<p class="row"><${Je} /></p>
`}function On(){let t=$(),{erasing_until:o}=y.value.account,[n,r]=f("");P(e("Leaving"));async function a(){let i=await t.ask_http("account.keep",{});if(!i.ok)return r(C(i.error,t.now()));await t.session.resume()}return s`
<h1>${e("You are leaving")}</h1>
<p class="lead">
${e("Nobody sees you any more, nor what you wrote.")}${" "}
${o&&e("From {at} on it is removed for good; until then you can stay after all.",{at:N(o,t.now())})}
</p>
${n&&s`<p class="problem" role="alert">${n}</p>`}
<p class="row">
<button type="button" class="main" onClick=${a}>${e("Stay after all")}</button>
<${Je} />
</p>
`}export{$u as CareView,Ge as CodeField,Pt as Door,Hn as EditBox,Oe as Empty,Au as GuidelinesView,Ou as HelpView,zt as Invites,Ju as Lobby,wa as MessageActions,Sa as Names,Wa as OddLinkDialog,Tf as OverView,Bn as PICTURE_NAMES,Po as Picture,Ga as PinnedDialog,um as Reports,ei as RestoreBanner,ai as RoomAside,we as RoomForm,Ei as Roster,_m as Saved,Be as Search,Bi as SearchDialog,Wm as SearchView,Jt as SettingsData,Qt as SettingsLeaving,$f as SettingsView,fl as Shortcuts,Cf as StandingView,vl as StepUpDialog,Nl as Switcher,Ul as UnsentList,Xl as WarningForm};
