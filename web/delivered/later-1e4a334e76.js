/* With parts by others; their names and licences: /vendor/licences.txt */
import{d as e}from"./main-1e4a334e76.js";import{b as t,e as o,f as n,i as a,j as s,k as r,q as i,L as l,R as c,ag as u,ai as d,ap as p,aF as h,aL as $}from"./main-1e4a334e76.js";function m(e){let t=Object.entries(e.rooms).map(([e,t])=>[e,{...t,last_read:t.head,unread:0,mentions:0}]);return n({...e,rooms:Object.fromEntries(t)},{new_after:null})}import{a as f,A as w,V as g,W as y,Z as b,ah as k,an as v}from"./main-1e4a334e76.js";import{c as _,B as M,X as S,aj as x,aD as T,aG as C}from"./main-1e4a334e76.js";function A({ask:a,change:s,tell:r,sync:i,now:l,new_nonce:c,reading:u}){async function d(e,t){let o=await a(e,t);return o.ok||r(function(e){return"offline"===e.code?f("That was not done: you are offline just now."):"no_answer"===e.code?f("No answer came. Please look whether it was done, and try again."):_(e,l())}(o.error)),o}return{async join(e,t){let o=await a("room.join",{room_id:e,guidelines_version:t});return o.ok&&await i(),o},async leave(e){s(o=>t(o,e,{leaving:!0}));let o=await d("room.leave",{room_id:e});return o.ok||s(o=>t(o,e,{leaving:!1})),o.ok&&await i(),o},async createRoom({retention_days:e,...t},o){let n=await a("room.create",{...t,...null===e?{}:{retention_days:e},nonce:o});return n.ok&&await i(),n},updateRoom:(e,{retention_days:t,...o})=>a("room.update",{room_id:e,...o,...null===t?{}:{retention_days:t}}),admit:(e,t)=>d("room.admit",{room_id:e,user_id:t}),refuse:(e,t)=>d("room.refuse",{room_id:e,user_id:t}),remove:(e,t)=>d("room.remove",{room_id:e,user_id:t}),mute:e=>d("room.mute",e),setRelation:e=>d("room.set_relation",e),edit:(e,t,o=null)=>a("message.edit",{message_id:e,body:t,...o&&{...o,topics:[...o.topics]}}),takeBack:e=>d("message.delete",{message_id:e}),hide:e=>d("message.hide",e),freeLinks:e=>d("message.free_links",{message_id:e}),async react(e,t,o){let a=await d("message.react",{message_id:e,reaction:t,on:o});return a.ok&&s(a=>function(e,t,o,a){if(!e.timeline)return e;let s=(e.timeline.my_reactions[t]??[]).filter(e=>e!==o),r=a?[...s,o]:s;return n(e,{my_reactions:{...e.timeline.my_reactions,[t]:r}})}(a,e,t,o)),a},async pin(e,t){let o=await d("message.pin",{message_id:e,on:t});return o.ok&&t&&r(f("Pinned. It is one tap away for everyone here.")),o},async save(e,t,{quietly:o=!1}={}){let a=await d("message.save",{message_id:e,on:t});return a.ok&&(s(o=>function(e,t,o){return e.timeline?n(e,{my_saved:{...e.timeline.my_saved,[t]:o}}):e}(o,e,t)),t&&!o&&r(f("Saved. Only you see it, under Menu, Saved messages."))),a},async markUnread(a,{seq:l}){u.back(a,l-1);let c=await d("read.mark",{room_id:a,seq:l-1,back:!0});return c.ok?(s(s=>function(a,s,r){let i=a.rooms[s],l=o(a,s);if(!i||!l)return a;let c=t(a,s,{last_read:-1});return n(e(c,s,r-1),{new_after:r-1})}(s,a,l)),r(f("From here on it is new again.")),await i(),c):(u.release(a),c)},async markAllRead(){let e=await d("read.mark_all",{});return e.ok&&s(m),e},async report(e,t){let o=t?await a("message.report",{...e,nonce:t}):await d("message.report",{...e,nonce:c()});return o.ok&&r(f("Thank you. It is kept for the moderators, and only they see that it was you.")),o},async worry(e){let t=await a("message.concern",e);return t.ok&&(r(f("Thank you. The moderators know, and you hear when someone has this.")),await i()),t},async showMe(e,t){let o=await d("presence.set",{visible:e,reading:t});return o.ok&&s(o=>({...o,me:o.me&&{...o.me,visible:e,reading:t}})),o},async block(e,t){let o=await d("user.block",{user_id:e,blocked:t});return o.ok&&t&&r(f("Done. You won't see each other, and they are not told.")),o}}}import{g as W}from"./main-1e4a334e76.js";import{h as I}from"./main-1e4a334e76.js";function q(e){return"asked_at"in e?e.asked_at:e.reported_at}function N(e,t){setTimeout(t,e)}var j=W([]),Y=null,E=null,L=0;function O(){try{return Y??=new AudioContext,Y.resume(),U(Y,0),!0}catch{return!1}}function z(){return"granted"===globalThis.Notification?.permission}async function D(){try{return"granted"===await Notification.requestPermission()}catch{return!1}}function H(e){R([...j.peek().filter(e=>"test"===e.what),...e])}function R(e){let t=e.some(e=>!j.peek().some(t=>t.alert_id===e.alert_id));if(j.value=e,0===e.length)return K();t&&(K(),L=Date.now(),E=setInterval(P,6e3),P(),function(){if(z()&&"visible"!==document.visibilityState)try{new Notification(f("You have a new message"),{tag:"duty"}).onclick=()=>window.focus()}catch{}}())}function P(){if(Date.now()-L>12e4)return K();"running"===Y?.state&&U(Y,.2);try{navigator.vibrate?.([200,100,200])}catch{}}function K(){clearInterval(E),E=null}function U(e,t){for(let[o,n]of[[0,523],[.35,659]]){let a=e.currentTime+o,s=e.createOscillator(),r=e.createGain();s.frequency.value=n,r.gain.setValueAtTime(0,a),r.gain.linearRampToValueAtTime(t,a+.03),r.gain.linearRampToValueAtTime(0,a+.3),s.connect(r).connect(e.destination),s.start(a),s.stop(a+.32)}}var F=W({nth:0,case_id:""}),V=W(0);async function B({ask:e}){let t=await e("duty.show",{});t.ok&&H(t.ringing)}function G(e){return function(e){let{ask:t,device:o,state:n,change:i,later:l=N}=e,c=!1,u=()=>`${I(n().me?.user_id??"")}seen`;function d(){return{help:0,reports:0,...o.get(u())}}let p=(e,t)=>e.filter(e=>e>t).length;function h(e){o.set(u(),{...d(),...e})}async function $(){c=!1;let e=await t("case.count",{});if(!e.ok)return;let o=Object.values(e.waiting).reduce((e,t)=>e+t,0);i(e=>({...e,cases_waiting:o}))}return{hear:async t=>"report.made"===t.kind?i(e=>({...e,reports_new:(e.reports_new??0)+1})):"help.asked"===t.kind?i(e=>({...e,help_new:(e.help_new??0)+1})):"appeal.changed"===t.kind?i(e=>({...e,appeals_new:(e.appeals_new??0)+1})):"case.changed"!==t.kind?("alert.rang"===t.kind&&!e.rings_here?.()&&i(e=>r(e,f("It rings for you: please look at Follow-up."))),e.duty_changed?.()):(e.case_changed?.(t.case_id),void(!c&&(c=!0,l(500,()=>{$()})))),async look(){if(s(n())&&n().account.proven){await async function(){let e=await t("staff.overview",{});if(!e.ok)return;let o=e.proposals.filter(e=>"waiting"===e.state).length;i(t=>({...t,staff_new:e.waiting.length+o}))}();let e=await t("appeal.list",{});e.ok&&i(t=>({...t,appeals_new:e.appeals.length}))}if(s(n())&&e.duty_changed?.(),!a(n()))return;await $();let o=await t("help.list",{});if(o.ok){let e=p(o.requests.map(q),d().help);i(t=>({...t,help_new:e}))}let r=await t("report.list",{});if(r.ok){let e=r.reports.filter(e=>null===e.closed_at),t=p(e.map(q),d().reports);i(e=>({...e,reports_new:t}))}},async helpSeen(e){h({help:Math.max(d().help,...e.map(q))}),i(e=>({...e,help_new:0}))},async reportsSeen(e){h({reports:Math.max(d().reports,...e.map(q))}),i(e=>({...e,reports_new:0}))}}}({...e,case_changed:t=>{F.value={nth:F.peek().nth+1,case_id:t},j.peek().length>0&&B(e)},rings_here:()=>location.pathname.startsWith("/app/follow-up"),duty_changed:()=>{V.value+=1,B(e)}})}import{l as J}from"./main-1e4a334e76.js";import{m as Q,n as X,o as Z,C as ee,Y as te}from"./main-1e4a334e76.js";import{p as oe,Q as ne}from"./main-1e4a334e76.js";import{r as ae,s as se,t as re,u as ie,M as le,aq as ce}from"./main-1e4a334e76.js";import{v as ue,S as de,ac as pe,ad as he,aC as $e}from"./main-1e4a334e76.js";import{w as me}from"./main-1e4a334e76.js";import{x as fe}from"./main-1e4a334e76.js";import{y as we}from"./main-1e4a334e76.js";function ge(){let e=fe(),t=X(),o=re.value.account.cards?.mine??null,{view:n}=e.router.route.value,a=o&&!o.away&&i(re.value)&&!ae.has(ie.value);return function(){let e=fe(),{me:t,account:o}=re.value,n=Math.max(0,...(o.cards?.worries??[]).map(e=>e.heard_at??0));Q(()=>{let o=`${I(t?.user_id??"")}worries_heard`;n<=(e.device.get(o)??0)||(e.device.set(o,n),e.tell(f("You were worried about somebody. Someone has this.")))},[n])}(),function(e){let t=fe(),o=e?ve(e,t.now()):"";Q(()=>{o&&me.say(o)},[o])}(a?o:null),a&&"help"!==n?J`
<section class="my-card" data-region aria-labelledby=${t}>
<h2 id=${t}>${f("Only you see this")}</h2>
<div class="card-told"><${be} mine=${o} /></div>
${"over"!==o.stage&&J`<div class="brief">
<p>${f("You can talk to someone now:")}</p>
<${we} />
</div>`}
<p class="card-away">
<button type="button" class="quiet" onClick=${async function(){let t=await e.ask("card.put_away",{away:!0});if(!t.ok)return e.tellRefusal(t);await Me(e),document.getElementById("main")?.focus(),e.tell(f("Put away. “Help now” still has it."))}}>${f("Put this away")}</button>
</p>
</section>
`:null}function ye(){let e=re.value.account.cards?.mine;return!e||ae.has(ie.value)?null:J`<section class="card-state" role="status"><${be} mine=${e} /></section>`}function be({mine:e}){let t=fe(),{stage:o,by:n,room_id:a}=e;return function({stage:e}){let t=fe(),o="heard"===e||"nobody_on_duty"===e;Q(()=>{if(!o)return;let e=setInterval(()=>{"visible"===document.visibilityState&&"up"===ie.peek()&&Me(t)},6e4);return()=>clearInterval(e)},[o])}(e),J`
<p>${ve(e,t.now())}</p>
${"up"!==ie.value&&J`<p class="soft small">
${f("This page has no connection just now: that may have changed.")}
</p>`}
${"in_contact"===o&&a&&J`<p>
<a class="button main" href=${oe(a)}>
${f("Read what {handle} wrote",{handle:n?.handle??""})}
</a>
</p>`}
${["heard","nobody_on_duty","someone_has_it"].includes(o)&&J`<${ke} mine=${e} />`}
`}function ke({mine:e}){let t=fe(),[o,n]=Z(!1),[a,s]=Z(""),{wants:r}=e;async function i(e){n(!0),s("");let o=await t.ask("card.answer",{answer:e});o.ok?await Me(t):s(_(o.error,t.now())),n(!1)}let l=J`<button
type="button"
class=${null===r?"main":"quiet"}
aria-disabled=${o}
onClick=${()=>o||i("yes")}
>
${f(null===r?"Yes, please":"Yes, please write after all")}
</button>`,c=J`<button
type="button"
class="quiet"
aria-disabled=${o}
onClick=${()=>o||i("not_now")}
>
${f(null===r?"Not now":"Not now after all")}
</button>`,u={true:f("You said: yes, please."),false:f("You said: not now.")};return J`
<div class="card-question" role="group" aria-label=${f("Shall one of us write to you?")}>
<p>${null===r?f("Shall one of us write to you?"):u[`${r}`]}</p>
<div class="row">${!0!==r&&l}${!1!==r&&c}</div>
${a&&J`<p class="problem" role="alert">${a}</p>`}
</div>
`}function ve(e,t){let{stage:o,by:n,wants:a,asked:s,given_back:r,next_duty_at:i}=e,l=n?.handle??f("Someone"),c=s?"":f("That sounded heavy."),u=r?f("Whoever had this can’t go on with it just now."):"",d=a?f("We have kept your request."):"";switch(o){case"someone_has_it":return f(!1===a?"{handle} has read what you wrote. Nobody writes unless you say so.":"{handle} has read what you wrote and will write to you in a moment.",{handle:l});case"in_contact":return f("{handle} is talking with you.",{handle:l});case"over":return f("This is closed for now. “I need to talk” is there whenever you want.");case"heard":return _e(c,u,d,f("One of us is on duty. Here it says who has this, as soon as somebody does."));default:return _e(c,u,i?f("None of us is here until {time}.",{time:ue(i,t)}):f("None of us is here right now."),d)}}function _e(...e){return e.filter(Boolean).join(" ")}async function Me(e){let t=await e.ask("case.card",{});t.ok&&se(e=>({...e,account:{...e.account,cards:t.cards}}))}var Se=[["unkind",w("It is unkind")],["harassment",w("Someone won't leave a person alone")],["private_details",w("It tells private details")],["dealing",w("It offers or asks for substances")],["spam",w("It is advertising")],["other",w("Something else")]],xe=[["unkind",w("It is unkind")],["private_details",w("It tells private details")],["dealing",w("It offers or asks for substances")],["method_detail",w("It describes how to do harm")],["off_topic",w("It doesn't belong in this room")],["breaks_guidelines",w("It goes against the guidelines")]],Te=[["unkind",w("Messages hurt people here")],["harassment",w("Messages went to someone who asked to be left alone")],["dealing",w("Substances were offered or asked for")],["private_details",w("Private details of others were told")],["spam",w("It was advertising")],["method_detail",w("It was described how to do harm")],["off_topic",w("It didn't belong there")],["breaks_guidelines",w("It went against the guidelines")],["danger",w("It put people here in danger")],["other",w("Something else")]],Ce={unkind:w("Why: messages hurt people here."),harassment:w("Why: messages went to someone who asked to be left alone."),dealing:w("Why: substances were offered or asked for."),private_details:w("Why: private details of others were told."),spam:w("Why: it was advertising."),method_detail:w("Why: it was described how to do harm."),off_topic:w("Why: it didn't belong there."),breaks_guidelines:w("Why: it went against the guidelines."),danger:w("Why: it put people here in danger.")};function Ae(e){let t=Ce[e];return t?f(t):""}var We={open:w("Open: anyone may come in."),request:w("On request: someone lets you in."),invite:w("By invitation.")},Ie={unkind:w("A message of yours was taken out of sight: it is unkind. You are still welcome here."),private_details:w("A message of yours was taken out of sight: it tells private details. You are still welcome here."),dealing:w("A message of yours was taken out of sight: it offers or asks for substances. You are still welcome here."),method_detail:w("A message of yours was taken out of sight: it describes how to do harm. You are still welcome here."),off_topic:w("A message of yours was taken out of sight: it doesn't belong in this room. You are still welcome here."),breaks_guidelines:w("A message of yours was taken out of sight: it goes against the guidelines. You are still welcome here.")},qe=[["warn",w("Tell them that it must not go on")],["mute",w("Let them only read in this room for a while")],["remove",w("Take them out of this room")],["ban",w("Keep them out of this place")]],Ne=[["900",w("15 minutes")],["3600",w("An hour")],["86400",w("A day")],["604800",w("A week")]],je=[["86400",w("A day")],["604800",w("A week")],["2592000",w("30 days")],["",w("Until somebody lets them back in")]];function Ye(e,t){return[Ee(e,t),Ae(e.reason)].filter(Boolean)}function Ee({kind:e,until:t,room_name:o},n){let a=o??f("a room"),s=null===t?"":ue(t,n);switch(e){case"mute":return f("You can read along in {room} until {time}.",{room:a,time:s});case"remove":return f("You were taken out of {room}. You can ask to come back in.",{room:a});case"ban":return s?f("You can't take part here until {time}.",{time:s}):f("You can't take part here until somebody lets you back in.");default:return o?f("Please don't go on like this in {room}. Nothing is taken from you.",{room:a}):f("Please don't go on like this. Nothing is taken from you.")}}function Le(){return f("A person decided this, not a machine. If you see it differently, say so: it is looked at again. “I need to talk” still works.")}var Oe=null;async function ze(e,t){let o=Date.now();if(Oe="hide"===t.what?{deed:t,at:o,sanction_id:""}:null,"hide"===t.what)return;let n=await e.ask("sanction.list",{user_id:t.user_id}),a=n.ok?n.sanctions.find(e=>e.given_by.user_id===re.peek().me?.user_id):void 0;a&&(Oe={deed:t,at:o,sanction_id:a.sanction_id})}function De(e=""){let[t,o]=Z(!1);return Q(()=>{o(!1);let e=setTimeout(()=>o(!0),500);return()=>clearTimeout(e)},[e]),t}function He({ask:e,done:t,words:o,kind:n="main",keeps:a=!1,sure:s="",children:r}){let i=fe(),[l,c]=Z(""),[u,d]=Z(""),[p,h]=Z(!1),[$,m]=Z(!1),f=ee(null),w=Re($),g=X();async function y(){let o=f.current;if(!o)return;let n=Object.fromEntries(new FormData(o));h(!0),c(""),d("");let s=await e(n);if(h(!1),!s.ok)return c(_(s.error,i.now()));a||o.reset(),d(t?.(s)??"")}return Q(()=>m(!1),[s]),J`
<form
ref=${f}
class="stack"
onSubmit=${function(e){e.preventDefault(),!p&&(s?m(!0):y())}}
aria-describedby=${l?g:null}
>
${r}
${l&&J`<p class="problem" role="alert" id=${g}>${l}</p>`}
<p role="status" class="outcome">${u}</p>
${$?J`<${Ke} sure=${s} on_press=${y} on_end=${()=>m(!1)} />`:J`<button ref=${w} type="submit" class=${n} aria-disabled=${p}>
${o}
</button>`}
</form>
`}function Re(e){let t=ee(null),o=ee(!1);return Q(()=>{o.current&&!e&&t.current?.focus(),o.current=e},[e]),t}function Pe({words:e,sure:t,on_press:o,label:n="",children:a}){let[s,r]=Z(!1),i=Re(s);return s?J`<${Ke} sure=${t} on_press=${o} on_end=${()=>r(!1)}>
${a}
<//>`:J`<button
ref=${i}
type="button"
class="quiet"
aria-label=${n||null}
onClick=${()=>r(!0)}
>
${e}
</button>`}function Ke({sure:e,on_press:t,on_end:o,children:n}){let a=De(),s=ee(null);return Q(()=>s.current?.focus(),[]),J`
<div class=${"stack two "+(a?"":"settling")} role="group">
${n}
<div class="row">
<button ref=${s} type="button" class="main" onClick=${function(){a&&(o(),t())}}>${e}</button>
<button type="button" class="quiet" onClick=${o}>${f("Not now")}</button>
</div>
</div>
`}import{z as Ue}from"./main-1e4a334e76.js";function Fe({person:e,room_id:t,room_name:o,first:n="warn",on_close:a}){let r=fe(),i=s(re.value)&&re.value.account.proven,l=qe.filter(([e])=>("ban"===e?i:null!==t)||"warn"===e&&i),[c,u]=Z(n),[d,p]=Z(""),[h,$]=Z(""),m="mute"===c?Ne:"ban"===c?je:[],w=m.some(([e])=>e===h)?h:m[0]?.[0]??"",g=r.now(),y=w?g+1e3*Number(w):null,{user_id:b,handle:k}=e;return J`
<${Ue} title=${f("Decide something about {handle}",{handle:k})} on_close=${a}>
<p class="soft small">
${f("Not for words of danger: whoever is in need is asked how they are. It is for what hurts others.")}
</p>
<${He} words=${f("Decide it")} ask=${async function({note:e=""}){let o=await function(e,t,{user_id:o,room_id:n,reason:a,until_s:s,note:r}){switch(t){case"mute":return e.ask("room.mute",{room_id:n,user_id:o,mute_s:s,reason:a,note:r});case"remove":return e.ask("room.remove",{room_id:n,user_id:o,reason:a,note:r});case"ban":return e.ask("sanction.ban",{user_id:o,reason:a,note:r,...s&&{until:Math.round(e.now())+1e3*s}});default:return e.ask("sanction.warn",{user_id:o,reason:a,note:r,...n&&{room_id:n}})}}(r,c,{user_id:b,room_id:t,reason:d,until_s:w?Number(w):null,note:e});return o.ok&&(ze(r,{what:"sanction",user_id:b}),r.tell(f("Done. {handle} is told, and nobody else.",{handle:k})),a()),o}}>
<${Ve} label=${f("What")} chosen=${c} choices=${l} on_choose=${u} />
<${Ve}
label=${f("Why")}
chosen=${d}
choices=${[["","Choose …"],...Te]}
on_choose=${p}
/>
${m.length>0&&J`<${Ve}
label=${f("How long")}
chosen=${w}
choices=${m}
on_choose=${$}
/>`}
<label class="field">
<span>${f("A note for colleagues: {handle} never reads it",{handle:k})}</span>
<textarea name="note" rows="2" maxlength=${500}></textarea>
</label>
${d&&J`<figure class="preview">
<figcaption class="small">${f("What {handle} reads",{handle:k})}</figcaption>
${Ye({kind:c,reason:d,until:y,room_name:o},g).map(e=>J`<p key=${e}>${e}</p>`)}
<p class="soft small">${Le()}</p>
</figure>`}
<//>
${i&&J`<${Be} user_id=${b} />`}
<//>
`}function Ve({label:e,chosen:t,choices:o,on_choose:n}){return J`<label class="field">
<span>${e}</span>
<select
required
value=${t}
onChange=${e=>n(e.target.value)}
>
${o.map(([e,t])=>J`<option value=${e}>${f(t)}</option>`)}
</select>
</label>`}function Be({user_id:e}){let t=fe(),[o,n]=Z([]);return Q(()=>{t.ask("sanction.list",{user_id:e}).then(e=>{e.ok&&n(e.sanctions)})},[e]),0===o.length?null:J`
<h3>${f("Decided before")}</h3>
<ul class="plain-list small">
${o.map(e=>J`<li key=${e.sanction_id}>${Je(e,t.now())}</li>`)}
</ul>
`}var Ge=Object.fromEntries(qe);function Je(e,t){return[ue(e.given_at,t),f(Ge[e.kind]??e.kind),e.room_name??"",Ae(e.reason),e.until&&f("until {time}",{time:ue(e.until,t)}),e.lifted_at&&f("taken back"),f("by {handle}",{handle:e.given_by.handle}),e.note].filter(Boolean).join(" · ")}var Qe=2e3;function Xe(){let e=fe(),t=X(),[o,n]=tt(),a=o?.filter(e=>e.news)??[],s=ae.has(ie.value)||"revoked"===ie.value,r=a.length>0&&i(re.value)&&!s,l=a[0],c=r&&l?Ye(l,e.now()).join(" "):"";return Q(()=>{c&&me.say(c)},[c]),r?J`
<section class="my-card decided" data-region aria-labelledby=${t}>
<details open=${matchMedia("(min-height: 38rem)").matches}>
<summary><h2 id=${t}>${f("Something was decided: only you see this")}</h2></summary>
${a.map(t=>J`<div class="decision" key=${t.sanction_id}>
<${et} told=${t} look=${n} />
<p>
<button type="button" class="quiet" onClick=${()=>{!async function(t){let o=await e.ask("sanction.put_away",{sanction_id:t});if(!o.ok)return e.tellRefusal(o);await n(),await e.session.sync(),document.getElementById("main")?.focus(),e.tell(f("Put away. You find it again under Settings."))}(t.sanction_id)}}>
${f("Put this away")}
</button>
</p>
</div>`)}
</details>
</section>
`:null}function Ze(){let e=fe(),[t,o]=tt();return t?0===t.length?J`<p class="soft">${f("Nothing was decided about you.")}</p>`:J`<ul class="cards">
${t.map(t=>J`<li class="card" key=${t.sanction_id}>
<p class="soft small">${ue(t.given_at,e.now())}</p>
<${et} told=${t} look=${o} />
</li>`)}
</ul>`:J`<p class="soft" role="status">${f("One moment …")}</p>`}function et({told:e,look:t}){let o=fe(),{sanction_id:n,may_appeal:a,appeal:s}=e,r=function({lifted_at:e,appeal:t}){return null!==e?f("This was taken back."):t?"upheld"===t.outcome?f("It was looked at again, and left as it is."):f("You asked for another look. What comes of it is told to you here."):""}(e),[i,l]=Z(!1);return J`
${Ye(e,o.now()).map(e=>J`<p key=${e}>${e}</p>`)}
${r&&J`<p role="status"><b>${r}</b></p>`}
${s&&J`<p class="as-written small" dir="auto">${s.words}</p>`}
${a&&J`<p class="soft small">${Le()}</p>`}
${a&&!i&&J`<p>
<button type="button" class="quiet" onClick=${()=>l(!0)}>
${f("I see it differently")}
</button>
</p>`}
${a&&i&&J`<${He} words=${f("Ask for another look")} ask=${async function({words:e=""}){let a=await o.ask("appeal.make",{sanction_id:n,words:e});return a.ok&&await t(),a}}>
<label class="field">
<span>${f("What should be known")}</span>
<textarea name="words" rows="3" maxlength=${2e3} required></textarea>
</label>
<//>`}
`}function tt(){let e=fe(),[t,o]=Z(null),{account:n,decisions:a}=re.value,s="up"===ie.value,r=async()=>{let t=await e.ask_http("sanction.mine",{});t.ok&&o(t.sanctions)};return Q(()=>{s&&r()},[n.decided,a,s]),[t,r]}import{D as ot,E as nt,F as at}from"./main-1e4a334e76.js";import{G as st}from"./main-1e4a334e76.js";import{H as rt,I as it,J as lt}from"./main-1e4a334e76.js";function ct({timeline:e,message:t,my_id:o,takes_focus:n,on_done:a,on_new:s}){let r=fe(),{message_id:i}=t,l=function({warning:e,topics:t}){return{warning:e??"",topics:t??[]}}(t),[c,u]=Z(()=>{let n=r.drafts.readChange(o,e.room_id);return n?.message_id===i?n:{message_id:i,body:t.body,...l}}),[d,p]=Z(""),[h,$]=Z(!1),[m,w]=Z(!1),[g,y]=Z(!1),b=ee(null),{body:k,warning:v,topics:M}=c;function S(t){let n={...c,...t};u(n),w(!1),r.drafts.keepChange(o,e.room_id,n)}let x=st({warning:v,topics:M},S);function T(){r.drafts.keepChange(o,e.room_id,null),a()}async function C(){if(g||!k.trim()||lt(k))return;let e=at(k),o=ut(l,c);if(e===t.body&&o)return T();b.current=e,y(!0),p("");let n=await r.act.edit(i,e,o?null:{warning:v,topics:M});if(y(!1),n.ok)return T();"edit_window_over"===n.error.code&&$(!0),p(function(e,t){return"offline"===e.code?f("Not changed yet: you are offline just now. Your words are kept here."):"no_answer"===e.code?f("No answer came. Please look whether it changed, and try again."):_(e,t)}(n.error,r.now()))}let A=null!==b.current&&t.body===b.current;return Q(()=>{A&&d&&ut(l,c)&&T()},[A,d]),J`
<form
class="composer editing"
data-region
onSubmit=${e=>{e.preventDefault(),C()}}
>
<${ot}
words=${f("Changing your message")}
cancel=${f("Leave it as it was")}
on_cancel=${T}
/>
${x.strip}
<div class="compose-row">
<${it}
label=${f("Your message")}
value=${k}
focus=${n}
target
names=${{timeline:e,my_id:o}}
on_words=${e=>S({body:e})}
on_send=${()=>{C()}}
on_escape=${function(){m||k===t.body&&ut(l,c)?T():w(!0)}}
/>
<${nt} body=${k} busy=${g} words=${f("Save")} />
</div>
<${rt} value=${k} />
<p class="soft small" role="status">
${m&&f("Press Escape once more to leave the words as they were.")}
</p>
${d&&J`<p class="problem" role="alert">${d}</p>`}
${h&&J`<button
type="button"
class="quiet"
onClick=${()=>{s(c),T()}}
>
${f("Write it as a new message")}
</button>`}
<div class="compose-foot">
${x.add}
</div>
</form>
${x.form}
`}function ut(e,t){return e.warning===t.warning&&String(e.topics)===String(t.topics)}var dt=Object.freeze({circle:[["glow faint","M22 92a78 20 0 1 0 156 0a78 20 0 1 0-156 0"],["near","M92 84h16l4 22H88z"],["glow","M93 84V74a7 7 0 0 1 14 0v10z"],["tint-3","M52 74a10 10 0 1 0-.1 0M32 106c0-22 8-30 20-30s20 10 20 30z"],["tint-4","M148 74a10 10 0 1 0-.1 0M128 106c0-22 8-30 20-30s20 10 20 30z"],["tint-0","M76 62a8 8 0 1 0-.1 0M62 90c0-19 5-26 14-26s14 8 14 22c-6 4-20 6-28 4"],["tint-6","M124 62a8 8 0 1 0-.1 0M110 86c0-16 5-22 14-22s14 7 14 26c-8 2-22 0-28-4"]],lantern:[["far","M6 104c46-18 90-12 122-6s46 0 66-2v12H6z"],["deep","M140 104V34q0-13-13-13h-14v-5h15q17 0 17 18v70z"],["glow faint","m100 48-30 58h74l-28-58z"],["deep","M97 30h22l6 8H91z"],["glow","M93 38h30l-4 20H97z"]],mug:[["near","M62 46h62v34a24 24 0 0 1-24 24H86a24 24 0 0 1-24-24zM122 54h10a14 14 0 0 1 0 28h-10v-6h9a8 8 0 0 0 0-16h-9z"],["deep","M62 46a31 7 0 1 0 62 0a31 7 0 1 0-62 0"],["far","M78 34c-8-8 6-12-1-22 12 8-2 14 4 22zM94 34c-8-8 6-12-1-22 12 8-2 14 4 22zM110 34c-8-8 6-12-1-22 12 8-2 14 4 22z"]],boat:[["far","M10 92q15-9 30 0t30 0 30 0 30 0 30 0 30 0v14H10z"],["deep","M46 78h108c-5 15-17 20-32 20H78c-15 0-27-5-32-20"],["near","M96 14v58H62z"],["glow","M104 24l34 48h-34z"]],doorstep:[["far","M4 106c48-7 144-7 192 0v8H4z"],["deep","M108 106V46a28 28 0 0 1 56 0v60z"],["glow","M115 106V47a21 21 0 0 1 42 0v59z"],["near","M115 106V47a21 21 0 0 1 21-21v0l8 12v68z"],["glow faint","M144 106h13l26 8h-47z"],["glow","M138 72a2.5 2.5 0 1 0 .1 0"],["near","M30 82h62v7H30zM37 89h6v17h-6zM79 89h6v17h-6z"],["tint-3","M61 36a10 10 0 1 0 .1 0M43 82c0-19 5-25 18-25s18 6 18 25z"]],gate:[["far","M4 88c44-20 86-14 112-8s52 0 80-6v36H4z"],["deep","M76 70V48l24-20 24 20v22z"],["glow","M93 70V60a7 7 0 0 1 14 0v10z"],["glow faint","M93 70h14l18 40H75z"],["near","M40 110V58h11v52zM149 110V58h11v52z"],["near","M51 78h98v5H51zM51 98h98v5H51zM64 71h5v39h-5zM83 69h5v41h-5zM112 69h5v41h-5zM131 71h5v39h-5z"],["glow faint","M154 20a24 24 0 1 0 .1 0"],["deep","M146 34h17l3 4h-23zM146 55h17v3h-17z"],["glow","M146 38h17l-2 17h-13z"]],road:[["glow faint","M62 80a40 40 0 0 1 80 0z"],["glow","M80 80a22 22 0 0 1 44 0z"],["far","M4 84c34-16 66-12 98-6s60 2 94-6v38H4z"],["near","M78 110c4-14 34-12 26-33h5c14 18-4 20-3 33z"],["tint-4","M66 56a8 8 0 1 0 .1 0M53 104c0-23 3-31 13-31s13 8 13 31z"],["deep","M82 88h15v14H82zM86 84h7v4h-7z"]],box:[["far","M10 102c50-7 130-7 180 0v8H10z"],["glow","M76 24h34l10 10v34H76z"],["deep","M84 38h26v4H84zM84 48h28v4H84z"],["near","M58 58h84l-6 46H64z"],["deep","M54 56h92v10H54zM90 78h20v6H90z"]],house:[["far","M6 104c42-22 84-16 120-8s48 0 68-4v16H6z"],["deep","M66 102V60l34-30 34 30v42zM120 30h9v18h-9z"],["glow","M91 102V84a9 9 0 0 1 18 0v18zM76 66h12v12H76zM112 66h12v12h-12z"]]}),pt=Object.keys(dt);function ht({name:e}){return J`<svg class="picture" viewBox="0 0 200 120" aria-hidden="true" focusable="false">
${dt[e].map(([e,t])=>J`<path class=${`paint-${e}`} d=${t} />`)}
</svg>`}function $t({picture:e,words:t,wrong:o=!1,children:n}){return J`
<div class="empty">
<${ht} name=${e} />
<p role=${o?"alert":"status"}>${t}</p>
${n}
</div>
`}var mt={changed:w("What you may do here has changed, so this page starts afresh. All is well: sign in again, and it is there for you."),idle:w("You were signed out, as those who look after the place are when they are away."),banned:w("You can't write here for now. Sign in to read why, and until when."),leaving:w("You are hidden everywhere now. For 72 hours you can sign in and take it back."),signed_out:w("You have been signed out. Words that you haven't sent are kept on this device.")},ft={refused:w("You were not let in this time. Help now is there for you all the same."),closed:w("This account has been closed. Whoever runs this site can tell you more.")};function wt({which:e}){let t=fe();if("revoked"===e)return J`<div class="banner">
<p>
${f("This page has been paused: you are here in several other places. Nothing is lost.")}
</p>
<button type="button" class="quiet" onClick=${t.resume}>${f("Go on here")}</button>
</div>`;let o="left"===e?"waiting"===re.value.account.state?"refused":"leaving":e;return J`<div class="banner">
<p>${f(mt[o]??ft[o]??"")}</p>
${mt[o]&&J`<a class="button quiet" href="/sign-in">${f("Sign in")}</a>`}
</div>`}function gt(){let e=fe();return J`<div class="banner">
<p>${f("There is a newer version of this page. What you have begun to write is kept.")}</p>
<button type="button" class="quiet" onClick=${e.load_newer}>${f("Load it")}</button>
</div>`}import{O as yt,ao as bt}from"./main-1e4a334e76.js";function kt(e){return e.getClientRects().length>0}function vt(e){return e instanceof Element&&!e.closest("input, textarea, select, dialog")&&null!==e.closest('[role="log"], nav')}import{K as _t,as as Mt}from"./main-1e4a334e76.js";import{N as St}from"./main-1e4a334e76.js";var xt=St(()=>import("./later-1e4a334e76.js").then(e=>e.Switcher)),Tt=St(()=>import("./later-1e4a334e76.js").then(e=>e.Shortcuts)),Ct=W("");function At(e){Ct.value=e}function Wt(e){!function(e){if("F6"!==e.key||e.ctrlKey||e.altKey||e.metaKey||document.querySelector("dialog[open]"))return;let t=Array.from(document.querySelectorAll("[data-region]")).filter(kt);if(0===t.length)return;e.preventDefault();let o=t.findIndex(e=>e.contains(document.activeElement)),n=e.shiftKey?-1:1,a=t[((-1===o&&-1===n?0:o)+n+t.length)%t.length];a&&function(e){let t=e.querySelector("[data-focus]"),o=Array.from(e.querySelectorAll("a[href], button:not(:disabled), input, select, textarea")).find(kt),n=t??o??e;n===e&&!e.hasAttribute("tabindex")&&e.setAttribute("tabindex","-1"),n.focus()}(a)}(e);let t=function(e){return function({ctrlKey:e,metaKey:t,altKey:o,shiftKey:n}){return(yt()?t&&!e:e&&!t)&&!o&&!n}(e)&&"k"===e.key.toLowerCase()?"switcher":e.ctrlKey&&"/"===e.key||!e.ctrlKey&&!e.metaKey&&!e.altKey&&"?"===e.key&&le.peek().single_keys&&vt(e.target)?"shortcuts":null}(e);!t||e.isComposing||""===Ct.peek()&&document.querySelector("dialog[open]")||(e.preventDefault(),Ct.value=Ct.peek()===t?"":t)}function It(){let e=fe(),t=ee(null),o=Ct.value,n=()=>{Ct.value=""},a=i(re.value)&&l(re.value)>0;return _t("all-read",a?f("Mark all as read"):"",async()=>{(await e.act.markAllRead()).ok&&me.say(f("Everything is read."))}),Q(()=>(addEventListener("keydown",Wt),()=>removeEventListener("keydown",Wt)),[]),Q(()=>{if(o)return;let n=t.current;if(t.current=null,n){if(n.run)return n.run();document.activeElement instanceof HTMLElement&&document.activeElement.blur(),e.router.go(n.path??"/app"),n.path?.includes("/rooms/")||document.getElementById("main")?.focus()}},[o]),"shortcuts"===o?J`<${Tt} on_close=${n} on_missing=${n} />`:"switcher"!==o?null:J`<${xt} on_close=${n} on_missing=${n} on_choose=${e=>{t.current=e,n()}} />`}async function qt(e){try{return await navigator.clipboard.writeText(e),!0}catch{return!1}}import{P as Nt}from"./main-1e4a334e76.js";import{T as jt,U as Yt}from"./main-1e4a334e76.js";var Et=Object.freeze({...Yt,forward:{d:"m9.5 5 7 7-7 7",turns:!0},down:{d:"M12 4.5v14m-6-5.5 6 6 6-6"},check:{d:"m4.5 12.5 5 5 10-11"},plus:{d:"M12 5v14M5 12h14"},send:{d:"M4 12h10M3.5 4.5 21 12 3.5 19.5 6 12z",turns:!0},search:{d:"M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 0 0 0-13m5 11.5 5 5"},phone:{d:"M6.5 3.5h3l1.5 4.5-2 1.5a12 12 0 0 0 5.5 5.5l1.5-2 4.5 1.5v3a2 2 0 0 1-2.2 2A17 17 0 0 1 4.5 5.700a2 2 0 0 1 2-2.2"},people:{d:"M9 11.500a3.5 3.5 0 1 0 0-7a3.5 3.5 0 0 0 0 7M2.5 19.500c.5-3.5 3-5.5 6.5-5.500s6 2 6.5 5.500M16 4.800a3.3 3.3 0 0 1 0 6.400M18 14.500c2 .7 3.2 2.5 3.5 5"},person:{d:"M12 11.500a4 4 0 1 0 0-8a4 4 0 0 0 0 8M4.5 20.500c.6-4 3.5-6 7.5-6s6.9 2 7.5 6"},room:{d:"M4 11.5 12 4.500l8 7M6 10v9.500h12V10M10 19.500v-5h4v5"},door:{d:"M6 20.500v-16L15 3v18.500zM15 5h3.500v15.500M3.5 20.500h17M11.5 12v1"},save:{d:"M7 4h10v16.500l-5-4-5 4z"},reply:{d:"m9.5 6-5.5 5.5 5.5 5.500M4.5 11.500h9c4 0 6.5 2 6.5 6.5",turns:!0},edit:{d:"m4.5 19.5.9-4.200L16 4.700a1.9 1.9 0 0 1 2.7 0l.6.6a1.9 1.9 0 0 1 0 2.700L8.7 18.600zM14 6.700l3.3 3.3"},take_back:{d:"M5 7h14M9.5 7V4.500h5V7M7 7l.9 12.500h8.200L17 7M10.2 10.500v5.500m3.6-5.500v5.5"},copy:{d:"M9 8.500h10.500v12H9zM15 8.500v-5H4.500v12H9"},link:{d:"M10 14a4 4 0 0 0 5.8.2l3-3a4.1 4.1 0 0 0-5.8-5.800l-1.2 1.200M14 10a4 4 0 0 0-5.8-.2l-3 3a4.1 4.1 0 0 0 5.8 5.800l1.2-1.2"},flag:{d:"M6 21V4M6 4.500c4-2 7 2 12 0v9c-5 2-8-2-12 0"},block:{d:"M12 3.500a8.5 8.5 0 1 0 0 17a8.5 8.5 0 0 0 0-17M6.2 6.200l11.6 11.6"},hide:{d:"M4 4l16 16M9.5 5.800A10 10 0 0 1 12 5.500c5 0 8 4 9 6.500a11 11 0 0 1-2.6 3.800M6.4 7.800A11 11 0 0 0 3 12c1 2.5 4 6.5 9 6.500a9.6 9.6 0 0 0 4.3-1M10 10.200a2.7 2.7 0 0 0 3.8 3.8"},eye:{d:"M3 12c1-2.5 4-6.5 9-6.500s8 4 9 6.500c-1 2.5-4 6.5-9 6.500s-8-4-9-6.500M12 9.300a2.7 2.7 0 1 0 0 5.400a2.7 2.7 0 0 0 0-5.4"},settings:{d:"M4 7h9m5 0h2M4 17h2m5 0h9M15.5 4.700a2.3 2.3 0 1 0 0 4.600a2.3 2.3 0 0 0 0-4.600M8.5 14.700a2.3 2.3 0 1 0 0 4.600a2.3 2.3 0 0 0 0-4.6"},sun:{d:"M12 8a4 4 0 1 0 0 8a4 4 0 0 0 0-8M12 2.500v2m0 15v2M2.5 12h2m15 0h2M5.3 5.300l1.4 1.400m10.6 10.6 1.4 1.400M18.7 5.300l-1.4 1.400M6.7 17.300l-1.4 1.4"},moon:{d:"M20 14.500A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5"},device:{d:"M4 5h16v11H4zM9 20h6M12 16v4"},bell:{d:"M6 16.500c1-1.5 1.3-3 1.3-6a4.7 4.7 0 0 1 9.4 0c0 3 .3 4.5 1.3 6zM10 19.500a2.2 2.2 0 0 0 4 0"},lock:{d:"M6 11h12v9.500H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3M12 15v2"},key:{d:"M12.4 11.950a4.5 4.5 0 1 0 0 .1M12.4 12H21m-3 0v3.500M15 12v2.5"},shield:{d:"M12 3.500c2.5 1.8 5 2.5 7.5 2.5 0 7-2 11.5-7.5 14.500C6.5 17.5 4.5 13 4.5 6 7 6 9.5 5.3 12 3.5"},letter:{d:"M3.5 6h17v12.500h-17zM4 6.500l8 7 8-7"},keys:{d:"M3 7h18v10.500H3zM6.5 10.500h.1m3.6 0h.1m3.6 0h.1m3.6 0h.1M8 14.200h8"},leave:{d:"M14 4.500H5v15h9M10 12h11m-4-4 4 4-4 4",turns:!0},take:{d:"M12 4v11m-5-4.5 5 5 5-5M5 20h14"},clock:{d:"M12 3.500a8.5 8.5 0 1 0 0 17a8.5 8.5 0 0 0 0-17M12 7.500V12l3 2"},offline:{d:"M4 4l16 16M3.5 9.500a13 13 0 0 1 4-2.600M20.5 9.500A13 13 0 0 0 11 6.100M6.5 13a8.5 8.5 0 0 1 4-2.300M17.5 13a8.4 8.4 0 0 0-2.3-1.600M9.5 16.400a4 4 0 0 1 5 0M12 19.500h.1"},warning:{d:"M12 4 2.8 19.500h18.400zM12 10v4.500m0 2.500h.1"}});function Lt({name:e}){let t=Et[e];return J`<${jt} ...${t} />`}Object.keys(Et);var Ot={ArrowDown:(e,t)=>(e+1)%t,ArrowUp:(e,t)=>(e-1+t)%t,Home:()=>0,End:(e,t)=>t-1};function zt(e){if(e.altKey||e.ctrlKey||e.metaKey)return;let{target:t,currentTarget:o,key:n}=e;if(!(t instanceof HTMLElement)||t.matches("textarea, select, input"))return;let a=[...o.querySelectorAll(".menu-item")],s=a.indexOf(t);if(-1===s)return;let r=Ot[n]?Ot[n](s,a.length):function(e,t,o){if(1!==o.length||" "===o)return-1;let n=o.toLocaleLowerCase(),a=[...e.slice(t+1),...e.slice(0,t+1)].find(e=>e.innerText.trim().toLocaleLowerCase().startsWith(n));return a?e.indexOf(a):-1}(a,s,n);-1!==r&&(e.preventDefault(),a[r]?.focus())}function Dt({children:e,onClick:t}){return J`<div class="menu" onKeyDown=${zt} onClick=${t}>${e}</div>`}function Ht({icon:e,href:t,on_press:o,children:n}){let a=J`${e&&J`<${Lt} name=${e} />`}<span>${n}</span>`;return t?J`<a class="menu-item" href=${t}>${a}</a>`:J`<button type="button" class="menu-item" onClick=${o}>${a}</button>`}function Rt({cursor:e,words:t=f("More"),load:o}){let[n,a]=Z(!1),s=ee(null);return te(()=>{let t=s.current?.nextElementSibling;null!==e||!(t instanceof HTMLElement)||(s.current=null,(!document.activeElement||document.activeElement===document.body)&&(t.tabIndex=-1,t.focus()))}),null===e?null:J`
<button type="button" class="quiet" aria-busy=${n} onClick=${async function(t){let r=t.currentTarget;n||null===e||(s.current=r.previousElementSibling?.lastElementChild??null,a(!0),await o(e),a(!1))}}>${t}</button>
`}function Pt(e,t,o=[]){let n=fe(),[a,s]=Z([]),[r,i]=Z(null),[l,c]=Z(""),[u,d]=Z(!1),p=ee(0),h="up"===ie.value,$="offline"===ie.value||"down"===ie.value;async function m(o){let a=++p.current,r=await e(o);if(a!==p.current)return null;if(!r.ok)return c(_(r.error,n.now())),null;let l=t(r);return c(""),s(e=>null===o?l:[...e,...l]),i(r.cursor),d(!0),l}return Q(()=>{(h||$&&!u)&&m(null)},[h,$,...o]),{items:a,cursor:r,problem:l,known:u,load:m}}function Kt({message:e,mine:t,on_done:o}){let n=fe();return J`
<div class="reaction-choice" role="group" aria-label=${f("React")}>
${S.map(([a,s])=>J`
<button
key=${a}
type="button"
class="reaction"
aria-pressed=${t.includes(a)}
onClick=${()=>{o(),n.act.react(e.message_id,a,!t.includes(a))}}
>
<${Lt} name=${a} /> ${f(s)}
</button>
`)}
</div>
`}function Ut({message_id:e,on_close:t}){let o=fe(),{items:n,cursor:a,problem:s,known:r,load:i}=Pt(t=>o.ask("message.reactions",{message_id:e,cursor:t}),e=>e.reactions,[e]),l=r&&0===n.length?f("Nobody has reacted yet."):"";return J`
<${Ue} title=${f("Who reacted")} on_close=${t}>
<p role="status">${s||(r?l:f("One moment …"))}</p>
${S.map(([e,t])=>{let o=n.filter(t=>t.reaction===e).map(e=>e.person.handle);return 0===o.length?null:J`<p key=${e}>
${y("{reaction}: {names}",{reaction:J`<b><${Lt} name=${e} /> ${f(t)}</b>`,names:g(o)})}
</p>`})}
<${Rt} cursor=${a} load=${i} />
<//>
`}function Ft({message:e,on_close:t}){let o=fe(),n=X(),[a,s]=Z(""),[r,i]=Z(""),l=ee({note:"",nonce:""}),c=ee(!1),u=ee(!0);Q(()=>()=>{u.current=!1},[]);let{message_id:d}=e,p=e.author?.handle??f("Someone"),h=function(e){return(re.value.account.cards?.worries??[]).find(t=>t.message_id===e)??null}(d);return J`
<${Ue} title=${f("Worried about {handle}?",{handle:p})} kind="sheet" on_close=${t}>
${h&&J`<p>
<b>
${h.heard_at?f("You told us. Someone has this."):f("You told us. It is kept; nobody has taken it on yet.")}
</b>
</p>`}
<p>
${f("This is no report: nobody did anything wrong. A moderator reads these words and may ask how they are. {handle} is not told that it was you, nor that anybody asked. You hear when someone has this, and nothing more.",{handle:p})}
</p>
<p class="soft">
${f("If someone is in danger right now, “Help now” has the numbers that answer at once.")}
</p>
<form class="stack" onSubmit=${async function(e){if(e.preventDefault(),c.current)return;let n=a.trim();(!l.current.nonce||l.current.note!==n)&&(l.current={note:n,nonce:Nt()}),c.current=!0,i(f("One moment …"));let s=await o.act.worry({message_id:d,...l.current});if(c.current=!1,s.ok)return t();let r=_(s.error,o.now());u.current?i(r):o.tell(r)}}>
<label for=${n}>${f("Anything a moderator should know (you need not)")}</label>
<input
id=${n}
maxlength="1000"
autocomplete="off"
value=${a}
onInput=${e=>s(e.target.value)}
/>
<p class="outcome" role="status">${r}</p>
<div class="row">
<button type="submit" class="main">${f("Tell a moderator")}</button>
<button type="button" class="quiet" onClick=${t}>${f("Not now")}</button>
</div>
</form>
<//>
`}var Vt=St(async()=>(await(import("./later-1e4a334e76.js"))).DecideAbout);function Bt(e){let[t,o]=Z("list"),{message:n,on_close:a}=e,{message_id:s}=n;return"who"===t?J`<${Ut} message_id=${s} on_close=${a} />`:"worry"===t?J`<${Ft} message=${n} on_close=${a} />`:"decide"===t&&n.author?J`<${Vt}
person=${n.author}
room_id=${e.room_id}
room_name=${re.value.timeline?.room?.name??null}
on_close=${a}
on_missing=${a}
/>`:"report"===t?J`<${Qt} message_id=${s} on_close=${a} />`:"hide"===t?J`<${Xt} message_id=${s} on_close=${a} />`:"back"===t?J`<${eo} message_id=${s} on_close=${a} />`:"block"===t&&n.author?J`<${to}
person=${n.author}
message_id=${s}
on_close=${a}
/>`:J`<${Gt} ...${e} on_step=${o} />`}function Gt(e){let t=fe(),{message:o,mine:n,keeper:a,can_write:s,can_react:r,is_in:i,my_reactions:l,on_close:u,on_step:d}=e,p=n&&s&&t.now()-o.at<c,h=a&&!n,{room_id:$,pinned:m,saved:w}=e,{message_id:g}=o,y=Object.values(o.reactions).some(e=>e>0),b=e=>()=>{u(),e()};async function k(e,o){u(),t.tell(await qt(e)?o:f("This browser did not let us copy it."))}let v=f("Message of {handle}",{handle:o.author?.handle??f("Someone")});return J`
<${Ue} title=${v} kind="sheet" on_close=${u}>
<p class="soft small">${de(o.at)}</p>
${r&&J`<${Kt} message=${o} mine=${l} on_done=${u} />`}
<${Dt}>
${Jt(s,"reply",f("Reply"),b(e.on_reply))}
${Jt(p,"edit",f("Change the words"),b(e.on_edit))}
${Jt(!0,"copy",f("Copy the words"),()=>k(o.body,f("Copied.")))}
${Jt(!0,"link",f("Copy a link to it"),function(){let{href:e}=new URL(ne($,g),location.href);k(e,f("Copied. Only people in this room can open it."))})}
${Jt(i,"save",f(w?"Don't keep it any more":"Save it for myself"),b(()=>{t.act.save(g,!w)}))}
${Jt(a,"pin",f(m?"Take the pin away":"Pin it for everyone here"),b(()=>{t.act.pin(g,!m)}))}
${Jt(i,"letter",f("New again from here on"),b(()=>{t.act.markUnread($,o)}))}
${Jt(y,"heart",f("Who reacted"),()=>d("who"))}
${Jt(n,"back",f("Take it back"),()=>d("back"))}
${Jt(!n,"help",f("I’m worried about them"),()=>d("worry"))}
${Jt(!n,"flag",f("Report"),()=>d("report"))}
${Jt(!n,"block",f("Block this person"),()=>d("block"))}
${Jt(h,"hide",f("Take it out of sight"),()=>d("hide"))}
${Jt(h&&!!o.links_held,"link",f("Let its links be links"),b(()=>{t.act.freeLinks(g)}))}
${Jt(h,"shield",f("Decide something about them"),()=>d("decide"))}
<//>
<//>
`}function Jt(e,t,o,n){return e&&J`<${Ht} icon=${t} on_press=${n}>${o}<//>`}function Qt({message_id:e,on_close:t}){let o=fe(),[n,a]=Z(""),[s,r]=Z(""),i=ee({what:"",nonce:""}),l=ee(!1),c=ee(!0);return Q(()=>()=>{c.current=!1},[]),J`
<${Ue} title=${f("What is it about?")} kind="sheet" on_close=${t}>
<p class="soft">
${f("A moderator reads it. Its author is not told that it was you. What you choose is sent at once.")}
</p>
<label class="field">
<span>${f("Anything you want to add first")}</span>
<input
name="note"
maxlength="1000"
autocomplete="off"
value=${n}
onInput=${e=>a(e.target.value)}
/>
</label>
<${Zt} reasons=${Se} on_choose=${async a=>{if(l.current)return;let s={message_id:e,reason:a,note:n.trim()},u=JSON.stringify(s);i.current.what!==u&&(i.current={what:u,nonce:Nt()}),l.current=!0,r(f("One moment …"));let d=await o.act.report(s,i.current.nonce);if(l.current=!1,d.ok)return t();let p=function(e,t){return"offline"===e.code?f("Not sent: you are offline just now. Please choose again when you are back."):"no_answer"===e.code?f("No answer came. Please choose the same again: it counts only once."):_(e,t)}(d.error,o.now());c.current?r(p):o.tell(p)}} />
<p class="outcome" role="status">${s}</p>
<//>
`}function Xt({message_id:e,on_close:t}){let o=fe();return J`
<${Ue} title=${f("Why take it out of sight?")} kind="sheet" on_close=${t}>
<p class="soft">${f("Its author is told the reason, not who decided.")}</p>
<${Zt} reasons=${xe} on_choose=${n=>{t(),o.act.hide({message_id:e,reason:n})}} />
<//>
`}function Zt({reasons:e,on_choose:t}){let o=De();return J`
<div class=${o?"":"settling"}>
<${Dt}>
${e.map(([e,n])=>J`<${Ht}
key=${e}
on_press=${()=>o&&t(e)}
>${f(n)}<//
>`)}
<//>
</div>
`}function eo({message_id:e,on_close:t}){let o=fe(),n=De();return J`
<${Ue} title=${f("Take this message back?")} kind="sheet" on_close=${t}>
<p>
${f("Its words will be gone for everyone. That someone took a message back stays visible.")}
</p>
<div class=${"menu "+(n?"":"settling")}>
<${Ht}
on_press=${()=>{n&&(t(),o.act.takeBack(e))}}
>${f("Take it back")}<//
>
<${Ht} on_press=${t}>${f("Keep it")}<//>
</div>
<//>
`}function to({person:e,message_id:t,on_close:o}){let n=fe(),a=De();return J`
<${Ue} title=${f("Block {handle}?",{handle:e.handle})} kind="sheet" on_close=${o}>
<p>
${f("You won't see each other's messages any more, here or anywhere. They are not told. You can take it back under Settings.")}
</p>
<div class=${"menu "+(a?"":"settling")}>
<${Ht}
on_press=${()=>{a&&(o(),n.act.block(e.user_id,!0))}}
>${f("Block {handle}",{handle:e.handle})}<//
>
<${Ht}
on_press=${async()=>{a&&(o(),await n.act.report({message_id:t,reason:"harassment",note:""}),n.act.block(e.user_id,!0))}}
>${f("Block them, and tell a moderator of this message")}<//
>
<${Ht} on_press=${o}>${f("Not now")}<//>
</div>
<//>
`}var oo=/(?:^|[\s([{"'“‘«„])@([\p{L}\p{M}\p{N}_.-]*)$/u,no=/^[\p{L}\p{M}\p{N}_-]/u;function ao(e,t){let o=ro(t),n=e.filter(e=>ro(e.handle).startsWith(o)),a=e.filter(e=>!n.includes(e)&&ro(e.handle).split(/[_.-]/).some(e=>e.startsWith(o))),s=[...n,...a].slice(0,6);return 1===s.length&&so(s[0],t)?[]:s}function so(e,t){return void 0!==e&&ro(e.handle)===ro(t)}function ro(e){return e.normalize("NFKD").replace(/\p{M}/gu,"").toLowerCase()}import{aa as io,ab as lo,ak as co}from"./main-1e4a334e76.js";function uo({field:e,value:t,timeline:o,my_id:n,on_words:a}){let s=()=>function({messages:e,shown:t,staff:o},n){let a=e.map(e=>e.author).reverse(),s=new Map;for(let e of[...a,...t,...o])e&&e.user_id!==n&&!s.has(e.user_id)&&s.set(e.user_id,e);return[...s.values()]}(o,n),r=X(),[i,l]=Z(null),[c,u]=Z(-1),d=ee(-1),p=i?ao(s(),i.begun):[],h=c<p.length?c:-1;function $(){let t=e.current,o=t?.selectionStart??0,n=t&&document.activeElement===t&&o===t.selectionEnd?function(e,t){let o=e.slice(Math.max(0,t-24-2),t),n=oo.exec(o)?.[1];return void 0===n||no.test(e.slice(t))?null:{start:t-n.length-1,end:t,begun:n}}(t.value,o):null;n||(d.current=-1);let a=n&&n.start!==d.current?n:null;if(a?.begun!==i?.begun||a?.start!==i?.start){let[e]=a?ao(s(),a.begun):[];u(a?.begun&&!so(e,a.begun)?0:-1)}l(a)}function m(t){let o=e.current;if(!o||!i)return;let n=function(e,{start:t,end:o},n){let a=e.slice(o),s=/^[\s,.;:!?)]/.test(a)?"":" ",r=`${e.slice(0,t)}@${n}`,i=s||/^\s/.test(a)?1:0;return{body:`${r}${s}${a}`,caret:r.length+i}}(o.value,i,t.handle);o.value=n.body,o.setSelectionRange(n.caret,n.caret),a(n.body),l(null)}Q($,[t]),function(e,t,o){let n=ee({look:t,pressed:o});n.current={look:t,pressed:o},Q(()=>{let t=e.current;if(!t)return;let o=()=>n.current.look(),a=e=>n.current.pressed(e);t.addEventListener("keydown",a,{capture:!0});for(let e of["keyup","click","focus","blur"])t.addEventListener(e,o);return()=>{t.removeEventListener("keydown",a,{capture:!0});for(let e of["keyup","click","focus","blur"])t.removeEventListener(e,o)}},[])}(e,$,function(e){if(0===p.length||e.isComposing||e.altKey||e.ctrlKey)return;let t=p[h];if("ArrowDown"===e.key)u((h+1)%p.length);else if("ArrowUp"===e.key)u((Math.max(h,0)||p.length)-1);else if("Enter"!==e.key&&"Tab"!==e.key||!t||e.shiftKey){if("Escape"!==e.key)return;d.current=i?.start??-1,l(null)}else m(t);e.preventDefault(),e.stopImmediatePropagation()}),function(e,t,o){Q(()=>{let n=e.current;if(n&&t)return n.setAttribute("aria-controls",t),o>=0&&n.setAttribute("aria-activedescendant",`${t}-${o}`),()=>{n.removeAttribute("aria-controls"),n.removeAttribute("aria-activedescendant")}},[t,o])}(e,p.length>0?r:"",h);let w=b("{count} name. Up and down to choose, Enter to take it.","{count} names. Up and down to choose, Enter to take one.",p.length);return J`
<span class="unseen" role="status">${p.length>0&&w}</span>
${p.length>0&&J`<ul id=${r} class="names" role="listbox" aria-label=${f("Names of people here")}>
${p.map((e,t)=>J`<li
key=${e.user_id}
id=${`${r}-${t}`}
class="name-option"
role="option"
aria-selected=${t===h}
onPointerDown=${e=>e.preventDefault()}
onClick=${()=>m(e)}
>
<${io} ...${e} />
<span class="who">${e.handle}</span>
<${lo} badge=${e.badge} />
</li>`)}
</ul>`}
`}function po({link:e,on_close:t}){return J`
<${Ue} title=${f("Look where it leads")} kind="sheet" on_close=${t}>
<p>
${y("This link leads to {host}. It could be taken for another site.",{host:J`<b class="host">${e.host}</b>`})}
</p>
<p class="soft">${f("If you don't know that name, it is safer to stay here.")}</p>
<div class="menu">
<button type="button" class="menu-item" onClick=${t}>${f("Stay here")}</button>
<a
class="menu-item"
href=${e.href}
target="_blank"
rel="noopener noreferrer nofollow"
onClick=${t}
>${f("Open {host} all the same",{host:e.host})}</a
>
</div>
<//>
`}import{ae as ho}from"./main-1e4a334e76.js";function $o({message:e,room:t="",on_follow:o,children:n}){let a=fe(),{author:s,at:r,room_id:i,message_id:l}=e,c=s?.handle??f("Someone"),u=`${he(r,a.now())} ${pe(r)}`;return J`
<li class="kept">
<p class="soft small">
<bdi>${c}</bdi>, ${u}${t&&J`, <bdi>${t}</bdi>`}
</p>
<${ho} message=${e} />
<div class="row">
<a class="plain" href=${ne(i,l)} onClick=${o}
>${f("Show it in its place")}<span class="unseen">${`: ${c}, ${u}`}</span></a
>
${n}
</div>
</li>
`}function mo(){let e=ee(null),t=ee(null),o=ee(null);return te(()=>{if(!o.current||o.current.row.isConnected)return;let{at:n}=o.current;o.current=null;let a=document.activeElement;if(a&&a!==document.body)return;let s=[...e.current?.children??[]],r=s[Math.min(n,s.length-1)]?.querySelector("button:not([disabled]), a[href], summary, input")??t.current??document.querySelector("dialog[open] .dialog-head button");r?r.focus():wo()}),{list:e,heading:t,leaves:function(){let t=document.activeElement?.closest("li"),n=[...e.current?.children??[]];o.current=t&&n.includes(t)?{row:t,at:n.indexOf(t)}:null}}}function fo(e){let t=ee(null),o=ee(e);return te(()=>{if(o.current===e)return;o.current=e;let n=document.activeElement;(!n||n===document.body)&&t.current?.querySelector("button")?.focus()}),t}function wo(){document.querySelector("main h1[tabindex]")?.focus()}function go({timeline:e,keeper:t,on_close:o}){let n=fe(),{room_id:a,room:s}=e,r=s?.pinned??[],{items:i,cursor:l,problem:c,known:u,load:d}=Pt(e=>n.ask("message.pinned",{room_id:a,cursor:e}),e=>e.messages,[r.join(" ")]),{list:p,leaves:h}=mo(),$=u&&0===i.length?function(e){return f(e>0?"What is pinned here was said before you came.":"Nothing is pinned here.")}(r.length):"",m=c||(u?$:f("One moment …"));return J`
<${Ue} title=${f("Pinned in this room")} kind="wide" on_close=${o}>
<p class="soft" role="status">${m}</p>
<ul class="found" ref=${p}>
${i.map(e=>J`<${$o} key=${e.message_id} message=${e} on_follow=${o}>
${t&&J`<button
type="button"
class="plain"
onClick=${()=>{!async function(e){h(),await n.act.pin(e,!1)}(e.message_id)}}
>
${f("Take the pin away")}
</button>`}
<//>`)}
</ul>
<${Rt} cursor=${l} words=${f("Show more")} load=${d} />
<//>
`}function yo(){let e=fe(),[t,o]=Z(!1),{restore:n}=re.value.account;return!n||ae.has(ie.value)?null:J`
<div class="banner" role="alert">
<p>
${f("Somebody asked us for a new way into your account. If that was not you, stop it now.")}${" "}
${n.due_at>e.now()?f("It would work from {time}.",{time:ue(n.due_at,e.now())}):f("It works already.")}
</p>
<button type="button" class="main" aria-disabled=${t} onClick=${async function(){if(t)return;o(!0);let n=await e.ask_http("restore.stop",{});if(o(!1),!n.ok)return e.tellRefusal(n);se(e=>({...e,account:{...e.account,restore:null}})),e.tell(f("Stopped. Nobody gets in that way, and those who look after the place know."))}}>
${f("It wasn't me: stop it")}
</button>
</div>
`}import{af as bo}from"./main-1e4a334e76.js";function ko({timeline:e}){let{room:t,here:o,shown:n,reading:a,staff:s}=e;if(!t)return null;let r=Math.max(o-n.length,0);return J`
<aside class="room-aside" tabindex="0" aria-label=${f("About this room")}>
<h2>${f("Here now")}</h2>
<ul class="people">
${n.map(e=>J`<${vo}
key=${e.user_id}
person=${e}
reads=${a.includes(e.user_id)}
/>`)}
</ul>
${r>0&&J`<p class="soft small">
${b("{count} without showing a name","{count} without showing their names",r)}
</p>`}
${t.about&&J`<h2>${f("What it is about")}</h2><p class="as-written">${t.about}</p>`}
${t.guidelines&&J`<h2>${f("Guidelines")}</h2><p class="as-written">${t.guidelines}</p>`}
${s.length>0&&J`<h2>${f("Who keeps this room")}</h2>
<ul class="people">
${s.map(e=>J`<${vo} key=${e.user_id} person=${e} />`)}
</ul>`}
</aside>
`}function vo({person:e,reads:t=!1}){return J`<li class="person-row">
<${io} ...${e} />
<span class=${`who ${bo(e.user_id)}`}>${e.handle}</span>
<${lo} badge=${e.badge} />
${t&&J`<span class="tag">${f("just reading")}</span>`}
</li>`}function _o({listed:e,on_done:t}){let o=fe(),{room:n,membership:a}=e,[s,r]=Z(""),[i,l]=Z(!1),c=a?.standing;async function u(){(await o.act.leave(n.room_id)).ok&&t?.()}return"waiting"===c?J`
<p>
${f("You have asked to come in. Your request is kept; those who keep this room can see it.")}
</p>
<button type="button" class="quiet" onClick=${u}>${f("Take my request back")}</button>
`:J`
${n.about&&J`<p class="as-written">${n.about}</p>`}
${n.guidelines?J`<h3>${f("Guidelines of this room")}</h3>
<div class="guidelines as-written">${n.guidelines}</div>`:J`<p class="soft">${f("This room has no guidelines of its own.")}</p>`}
<p class="soft">
${f(We[n.access]??"")} ${function(e){return b("Messages are kept for {count} day.","Messages are kept for {count} days.",e)}(n.retention_days)}${" "}
${n.shows_last_day?f("You will see the last 24 hours."):f("You will see what is said from now on.")}
</p>
${s&&J`<p class="problem" role="alert">${s}</p>`}
${"in"!==c&&"admin"!==re.value.me?.role&&J`<div class="row">
<button type="button" class="main" aria-disabled=${i} onClick=${async function(){if(i)return;l(!0);let e=await o.act.join(n.room_id,n.guidelines_version);if(l(!1),!e.ok)return r(_(e.error,o.now()));t?.(),"in"===e.membership?.standing?o.router.go(oe(n.room_id)):o.tell(f("Your request is kept. Those who keep this room can see it."))}}>
${function({room:e,membership:t}){let o="open"===e.access||"invited"===t?.standing;return e.guidelines?f(o?"I have read this. Come in":"I have read this. Ask to come in"):f(o?"Come in":"Ask to come in")}(e)}
</button>
${"invited"===c&&J`<button type="button" class="quiet" onClick=${u}>
${f("No, thank you")}
</button>`}
</div>`}
`}function Mo({title:e,listed:t}){return J`
<section class="page standing" data-region>
<a class="back" href="/app">${f("All rooms")}</a>
<${ht} name="doorstep" />
<h1>${e}</h1>
<${_o} listed=${t} />
</section>
`}function So({known:e}){let t=fe(),{room:o,membership:n}=e,a="up"===ie.value,[s,r]=Z(null),[i,l]=Z(!1);async function c(){l(!1);let e=await xo(t,o.room_id);r(e),l(null===e)}if(Q(()=>{a&&c()},[a,o.guidelines_version]),s||"waiting"===n.standing){let e={room:s?.room??o,membership:n};return J`<${Mo} title=${o.name} listed=${e} />`}return J`
<section class="page" data-region>
<a class="back" href="/app">${f("All rooms")}</a>
<h1>${o.name}</h1>
${i?J`<${$t}
picture="lantern"
wrong
words=${f("What this room is about can't be shown just now.")}
>
<button type="button" class="quiet" onClick=${c}>${f("Try again")}</button>
<//>`:J`<p class="soft" role="status">${f("One moment …")}</p>`}
</section>
`}async function xo(e,t){let o=null;for(let n=0;n<5;n+=1){let n=await e.ask("room.list",{cursor:o});if(!n.ok)return null;let a=n.rooms.find(({room:e})=>e.room_id===t);if(a)return a;if(o=n.cursor,null===o)return null}return null}function To({timeline:e}){let t=fe(),{room_id:o,refusal:n}=e,[a,s]=Z(null);if(Q(()=>{xo(t,o).then(s)},[o]),a){let e={...a,membership:null};return J`<${Mo} title=${a.room.name} listed=${e} />`}return J`
<section class="page" data-region>
<a class="back" href="/app">${f("All rooms")}</a>
<h1>${f("This room")}</h1>
<${$t} picture="lantern" wrong words=${n?.message}>
<a class="button quiet" href="/app">${f("To all rooms")}</a>
<//>
</section>
`}var Co=w("The room is made. Name a moderator under People; they can say who keeps it.");function Ao({room:e,on_close:t}){let o=fe(),n=ee(Nt()),[a,s]=Z(null),[r,i]=Z(!1);return J`
<${Ue} title=${f(e?"Room settings":"A new room")} on_close=${t}>
<form class="stack" onSubmit=${async function(a){if(a.preventDefault(),r)return;let l=function(e){let t=new FormData(e),o=e=>String(t.get(e)??"").trim();return{name:o("name"),about:o("about"),guidelines:o("guidelines"),access:o("access"),shows_last_day:null!==t.get("shows_last_day"),retention_days:o("retention_days")?Number(o("retention_days")):null}}(a.target);i(!0);let c=e?await o.act.updateRoom(e.room_id,l):await o.act.createRoom(l,n.current);if(i(!1),c.ok){if(t(),e)return;c.membership?o.router.go(oe(c.room.room_id)):o.tell(f(Co))}else c.error.retryable||(n.current=Nt()),s({words:_(c.error,o.now()),field:c.error.field})}}>
${a&&J`<p class="problem" role="alert">${a.words}</p>`}
<label class="field">
<span>${f("Name")}</span>
<input
name="name"
required
maxlength="80"
autocomplete="off"
defaultValue=${e?.name??""}
aria-invalid=${"name"===a?.field}
/>
</label>
<label class="field">
<span>${f("What it is for")}</span>
<textarea name="about" rows="2" maxlength="500" defaultValue=${e?.about??""}></textarea>
</label>
<label class="field">
<span>${f("Guidelines, read before coming in")}</span>
<textarea
name="guidelines"
rows="4"
maxlength="4000"
defaultValue=${e?.guidelines??""}
></textarea>
</label>
<fieldset>
<legend>${f("Who may come in")}</legend>
${Object.entries(We).map(([t,o])=>J`<label key=${t} class="check">
<input
type="radio"
name="access"
value=${t}
defaultChecked=${t===(e?.access??"open")}
/>
<span>${f(o)}</span>
</label>`)}
</fieldset>
<label class="check">
<input
type="checkbox"
name="shows_last_day"
defaultChecked=${e?.shows_last_day??!1}
/>
<span>${f("Show newcomers the last 24 hours (open rooms only)")}</span>
</label>
<label class="field">
<span>${f("Days that messages are kept")}</span>
<input
type="number"
name="retention_days"
min="1"
max="3650"
inputmode="numeric"
defaultValue=${e?.retention_days??""}
placeholder=${f("as usual here")}
/>
</label>
<button type="submit" class="main" aria-disabled=${r}>
${f(e?"Save":"Open the room")}
</button>
</form>
<//>
`}function Wo({timeline:t,room:o,on_reply:a,on_edit:s}){let r=fe();function i(){let{room_id:e,membership:o,my_saved:n}=t;return"in"!==o?.standing?{}:{s:({message_id:e})=>{r.act.save(e,!n[e])},u:t=>{r.act.markUnread(e,t)}}}function l(o){let{target:l,key:c}=o;if(o.defaultPrevented||o.isComposing||!(l instanceof Element)||o.ctrlKey||o.metaKey||o.altKey||l.closest("dialog"))return;if("Escape"===c)return function(o){let{room_id:a,seq:s}=t;r.session.goTo("last",o),r.reading.release(a),r.reading.seen(a,s),se(t=>n(e(t,a,s),{new_after:null})),me.say(f("Everything here is read."))}(null!==l.closest("article"));if(!le.peek().single_keys||!l.matches("article[data-key]"))return;let d=u(t,l.getAttribute("data-key")??"");if("posted"!==d?.state)return;let p={r:a,e:s,...i()}[c.toLowerCase()];p&&(o.preventDefault(),p(d))}return Q(()=>{let e=o.current;return e?.addEventListener("keydown",l),()=>e?.removeEventListener("keydown",l)}),null}import{al as Io,am as qo}from"./main-1e4a334e76.js";function No({new_first:e=!1}){let t=fe(),{room_id:o}=t.router.route.value,n=ee({}),a=d(re.value);if(e){for(let e of a)n.current[e.room.room_id]??=jo(e);let e=({room:e})=>n.current[e.room_id]??0;a.sort((t,o)=>e(t)-e(o))}return"admin"===re.value.me?.role?null:0===a.length?J`<p class="soft">${f("You are in no room yet.")}</p>`:J`
<ul class="rooms">
${a.map(e=>J`<li key=${e.room.room_id}>
<${Yo} known=${e} current=${e.room.room_id===o} />
</li>`)}
</ul>
`}function jo({mentions:e,unread:t}){return e>0?0:t>0?1:2}function Yo({known:e,current:t}){let{room:o,membership:n}=e;return J`
<a class="room-link" href=${oe(o.room_id)} aria-current=${t?"page":null}>
<${co} room_id=${o.room_id} />
<span class="room-name">${o.name}</span>
${"waiting"===n.standing&&J`<span class="tag">${f("waiting")}</span>`}
${"invited"===n.standing&&J`<span class="tag">${f("invited")}</span>`}
${e.knocks>0&&J`<span class="tag">${function(e){return b("{count} at the door","{count} at the door",e)}(e.knocks)}</span>`}
<${Eo} known=${e} />
</a>
`}function Eo({known:e}){if(0===e.unread)return null;let t=e.mentions>0,{unread:o}=e,n=J`${t&&J`<span aria-hidden="true">@</span>`}${qo(x(o))}`,a=t?k("{count} new, you are mentioned","{count} new, you are mentioned",o,{count:n}):k("{count} new","{count} new",o,{count:n});return J`<${Io} words=${a} kind=${t?"mention":""} />`}function Lo(e){return f("admin"===e?"an administrator":"moderator"===e?"a moderator":"a member")}function Oo(e){return f("admin"===e?"An administrator":"moderator"===e?"A moderator":"A member")}function zo(e){return"waiting"===e?f("waits to be let in"):"banned"===e?f("can't take part for now"):"frozen"===e?f("account closed"):"erasing"===e?f("is leaving"):""}function Do({room_id:e,create:t,again:o}){let n=ee(null);Q(()=>{o&&n.current?.querySelector("input")?.focus()},[]);let[a,s]=Z("invite"),[r,i]=Z(null),l=function(e){let t=fe(),[o,n]=Z([]),a="up"===ie.value;return Q(()=>{a&&e&&async function(){let e=[],o=null;for(let n=0;n<5;n+=1){let n=await t.ask("room.list",{cursor:o});if(!n.ok)return;if(e.push(...n.rooms.map(e=>e.room)),o=n.cursor,null===o)break}n(e)}()},[a,e]),o}(""===e),c=r??(e||function(e){return e.find(e=>"open"===e.access&&!e.closed)?.room_id??""}(l));return J`
<div ref=${n}>
<${He} words=${f("Make the link")} kind="quiet" ask=${({valid_h:e,as:o="member"})=>t({kind:a,valid_h:Number(e),role:"facilitator"===o?"member":o,relation:"facilitator"===o?o:"member",room_id:c||null})}>
<fieldset>
<legend>${f("What for")}</legend>
<label class="check">
<input
type="radio"
name="kind"
checked=${"invite"===a}
onChange=${()=>s("invite")}
/>
<span>${f("For one person, once")}</span>
</label>
<label class="check">
<input
type="radio"
name="kind"
checked=${"knock"===a}
onChange=${()=>s("knock")}
/>
<span>${f("For a flyer: whoever has it may ask to be let in")}</span>
</label>
</fieldset>
${l.length>0&&J`<label class="field">
<span>${f("Into which room")}</span>
<select
value=${c}
onChange=${e=>i(e.target.value)}
>
<option value="">${f("None yet: they choose")}</option>
${l.map(e=>J`<option key=${e.room_id} value=${e.room_id}>${e.name}</option>`)}
</select>
</label>`}
${"invite"===a&&J`<${Ho} in_room=${""!==c} />`}
<label class="field">
<span>${f("Works for")}</span>
${"invite"===a?J`<select key="invite" name="valid_h">
<option value=${24}>${f("A day")}</option>
<option value=${72} selected>${f("Three days")}</option>
</select>`:J`<select key="knock" name="valid_h">
<option value=${720}>${f("A month")}</option>
<option value=${4320} selected>${f("Half a year")}</option>
<option value=${8760}>${f("A year")}</option>
</select>`}
</label>
<//>
</div>
`}function Ho({in_room:e}){let{me:t,account:o}=re.value,n=o.proven?t?.role:"member",a=e&&"member"!==n;return"admin"===n||a?J`
<label class="field">
<span>${f("As what")}</span>
<select name="as">
<option value="member">${Oo("member")}</option>
${a&&J`<option value="facilitator">${f("Someone who keeps that room")}</option>`}
${"admin"===n&&J`<option value="moderator">${Oo("moderator")}</option>
<option value="admin">${Oo("admin")}</option>`}
</select>
</label>
`:null}function Ro({title:e,on_paper:t=!1,on_done:o,children:n,more:a}){let s=ee(null);return Q(()=>s.current?.focus(),[]),J`
<section class=${"card shown-once "+(t?"on-paper":"")}>
<h2 ref=${s} tabindex="-1" class="no-print">${e}</h2>
${n}
<div class="row no-print">
${a}
<button type="button" class="quiet" onClick=${o}>${f("Done")}</button>
</div>
</section>
`}function Po({codes:e}){return J`
<ul class="codes">
${e.map(e=>J`<li key=${e}><code>${e}</code></li>`)}
</ul>
`}function Ko({text:e,words:t=""}){let o=fe();return J`<button type="button" class="quiet" onClick=${async function(){o.tell(await qt(e)?f("Copied."):f("This browser did not let us copy it."))}}>${t||f("Copy")}</button>`}function Uo(){return J`<button type="button" class="quiet" onClick=${()=>print()}>${f("Print")}</button>`}function Fo({svg:e,alt:t}){let o=`data:image/svg+xml;charset=utf-8,${encodeURIComponent(e)}`;return J`<img class="qr" src=${o} alt=${t} width="240" height="240" />`}var Vo=new Set(["localhost","127.0.0.1","[::1]","::1"]);function Bo({room_id:e=""}){let t=fe(),[o,n]=Z(null),[a,s]=Z(0),{items:r,cursor:i,problem:l,known:c,load:u}=Pt(e=>t.ask_http("invite.list",{cursor:e}),t=>t.invites.filter(t=>!e||t.room_id===e)),{list:d,heading:p,leaves:h}=mo();async function $(e){let o=await t.ask_http("invite.revoke",{invite_id:e});t.tellRefusal(o),o.ok&&t.tell(f("Taken back: it opens nothing any more.")),h(),await u(null)}let m=r.filter(e=>Xo(e,t.now())),w=r.filter(e=>!Xo(e,t.now()));return J`
${o?J`<${Jo} ...${o} on_done=${function(){n(null),s(a+1)}} />`:J`<${Do} room_id=${e} create=${async function(e){let o=await t.step_up.withStepUp(()=>t.ask_http("invite.create",e));return o.ok&&(n(o),await u(null)),o}} again=${a>0} />`}
${l&&J`<p class="problem" role="alert">${l}</p>`}
<h2 ref=${p} tabindex="-1">${f("Invitations that still work")}</h2>
${c&&0===m.length&&J`<p class="soft">${f("There are none just now.")}</p>`}
<ul class="cards" ref=${d}>
${m.map(e=>J`<${Go} key=${e.invite_id} invite=${e} revoke=${$} />`)}
</ul>
${w.length>0&&J`<details>
<summary>${f("Used, taken back or run out")}</summary>
<ul class="cards">
${w.map(e=>J`<${Go} key=${e.invite_id} invite=${e} />`)}
</ul>
</details>`}
<${Rt} cursor=${i} words=${f("Older ones")} load=${u} />
`}function Go({invite:e,revoke:t}){let o=fe(),n=function({kind:e,role:t,room_name:o,relation:n}){let a=o??"";return"knock"===e?a?f("To ask to be let in, for a flyer, into {room}.",{room:a}):f("To ask to be let in, for a flyer."):"member"!==t?f("For one person, as {role}.",{role:Lo(t)}):"facilitator"===n?f("For one person, to keep {room}.",{room:a}):a?f("For one person, into {room}.",{room:a}):f("For one person.")}(e);return J`
<li class="card">
<p>${n}</p>
<p class="soft small">${Zo(e,o.now())}</p>
${t&&J`<${Pe}
words=${f("Take it back")}
label=${f("Take it back: {what}",{what:n})}
sure=${f("Yes, take it back")}
on_press=${()=>t(e.invite_id)}
/>`}
</li>
`}function Jo({invite:e,link:t,code:o,qr_svg:n,on_done:a}){let s=fe(),r="knock"===e.kind,i=Zo(e,s.now()),l=J`
<${Ko} text=${t} words=${f("Copy the link")} />
<${Ko} text=${o} words=${f("Copy the code")} />
<${Uo} />
`;return J`
<${Ro}
title=${f("Here it is, shown only now")}
on_paper
on_done=${a}
more=${l}
>
<p class="no-print">
${f(r?"Whoever has it may ask to be let in.":"It lets one person in, once.")}
${" "}${i}
</p>
${Vo.has(location.hostname)&&J`<p class="no-print">
${f("This link works only on this computer. Whoever runs the server sets CHAT_PUBLIC_URL before others can use it.")}
</p>`}
${r&&J`<${Qo} until=${i} />`}
<${Fo} svg=${n} alt=${f("The same link as a picture, for a phone's camera")} />
<label class="field no-print">
<span>${f("The link")}</span>
<input readonly value=${t} />
</label>
<p class="print-only">${t}</p>
<p>${f("Without a link, to type in:")} <code class="big-code">${o}</code></p>
<//>
`}function Qo({until:e}){let{site:t}=re.value;return J`<div class="print-only">
<h1>${t?.name??document.getElementById("app")?.dataset.site}</h1>
<p class="lead">${f("Peer support: ask to be let in.")}</p>
<p>${e}</p>
</div>`}function Xo({used:e,revoked:t,expires_at:o},n){return!e&&!t&&o>n}function Zo(e,t){if(e.revoked)return f("Taken back.");if(e.used)return f("Used.");let o=ue(e.expires_at,t);return e.expires_at>t?f("Works until {at}.",{at:o}):f("Ended {at}.",{at:o})}var en={guidelines:"book",pinned:"pin",roster:"people",search:"search",settings:"settings",invites:"letter",pace:"lock"};function tn({timeline:e,keeper:t,on_open:o,on_close:n}){let a=fe(),[s,r]=Z(!1),{room_id:i,membership:l}=e,c=e.room?.pinned.length??0,u=(e,t)=>J`<${Ht} icon=${en[e]} on_press=${()=>o(e)}>${t}<//>`;return J`
<${Ue} title=${e.room?.name??""} kind="sheet" on_close=${n}>
<${Dt}>
${u("guidelines",f("Guidelines and who keeps this room"))}
${c>0&&u("pinned",f("Pinned in this room"))}
${u("roster",f("Members"))}
${u("search",f("Search in this room"))}
${t&&u("settings",f("Room settings"))}
${t&&u("pace",f("Slow down, or let it rest"))}
${t&&u("invites",f("Invite someone"))}
${l&&(s?J`<${Ht} icon="leave" on_press=${async function(){(await a.act.leave(i)).ok&&(n(),a.router.go("/app"))}}>
${f("Yes, leave. My messages stay; I won't see the room any more.")}
<//>`:J`<${Ht} icon="leave" on_press=${()=>r(!0)}>
${f("Leave this room")}
<//>`)}
<//>
<//>
`}function on({timeline:e,on_close:t}){let{room:o}=e;return J`
<${Ue} title=${o?.name??""} on_close=${t}>
${o&&J`<${_o} listed=${{room:o,membership:{standing:"in"}}} />`}
<${an} timeline=${e} />
<//>
`}function nn({timeline:e,on_close:t}){let o=f("Invitations to {room}",{room:e.room?.name??""});return J`
<${Ue} title=${o} on_close=${t}>
<${Bo} room_id=${e.room_id} />
<//>
`}function an({timeline:e}){return 0===e.staff.length?null:J`
<h3>${f("Who keeps this room")}</h3>
<p>${g(e.staff.map(e=>e.handle))}</p>
`}var sn=[["30",w("Every 30 seconds")],["120",w("Every 2 minutes")],["600",w("Every 10 minutes")]],rn=[["900",w("15 minutes")],["3600",w("An hour")],["86400",w("A day")]];function ln({timeline:e,on_close:t}){let o=fe(),{room_id:n,room:a}=e,s=o.now(),r=e=>!(!e||!(null===e.until||e.until>s));function i(e){return e.ok&&t(),e}return J`
<${Ue} title=${f("Slow down, or let it rest")} on_close=${t}>
<h3>${f("Slow down")}</h3>
<p class="soft small">
${f("Everyone but who keeps the room writes once in a while. “I need to talk” is never slow.")}
</p>
${r(a?.slow)?J`<${He}
words=${f("Let it go as it likes again")}
ask=${async()=>i(await o.ask("room.slow",{room_id:n,every_s:0}))}
/>`:J`<${He} words=${f("Slow it down")} kind="quiet" ask=${async function({every_s:e,for_s:t}){return i(await o.ask("room.slow",{room_id:n,every_s:Number(e),for_s:Number(t)}))}}>
<${cn} name="every_s" label=${f("One message")} choices=${sn} />
<${cn} name="for_s" label=${f("How long")} choices=${rn} />
<//>`}
<h3>${f("Let it rest")}</h3>
<p class="soft small">
${f("Nobody but who keeps the room writes or comes in. What was said can be read.")}
</p>
${r(a?.lock)?J`<${He}
words=${f("Open it again")}
ask=${async()=>i(await o.ask("room.lock",{room_id:n}))}
/>`:J`<${He} words=${f("Let it rest")} kind="quiet" ask=${async function({reason:e,for_s:t}){return i(await o.ask("room.lock",{room_id:n,reason:e,for_s:Number(t)}))}}>
<${cn} name="reason" label=${f("Why")} choices=${Te} />
<${cn} name="for_s" label=${f("How long")} choices=${rn} />
<//>`}
<//>
`}function cn({name:e,label:t,choices:o}){return J`<label class="field">
<span>${t}</span>
<select name=${e} required>
${o.map(([e,t])=>J`<option value=${e}>${f(t)}</option>`)}
</select>
</label>`}function un({on_mute:e}){let[t,o]=Z(0),n=ee(null),a=ee(!1);return Q(()=>{a.current&&0===t&&n.current?.focus(),a.current=t>0},[t]),t>0?J`<${dn}
title=${f(t>900?"Mute a day: why?":"Mute 15 minutes: why?")}
on_choose=${n=>{o(0),e(t,n)}}
on_cancel=${()=>o(0)}
/>`:J`
<button ref=${n} type="button" class="quiet" onClick=${()=>o(900)}>
${f("Mute 15 minutes")}
</button>
<button type="button" class="quiet" onClick=${()=>o(86400)}>${f("Mute a day")}</button>
`}function dn({title:e,on_choose:t,on_cancel:o}){let n=X(),a=De(),s=ee(null);return Q(()=>s.current?.querySelector("button")?.focus(),[]),J`
<div
ref=${s}
class=${"stack only-this "+(a?"":"settling")}
role="group"
aria-labelledby=${n}
>
<p><b id=${n}>${e}</b></p>
<p class="soft">${f("They are told the reason, not who decided.")}</p>
<${Dt}>
${xe.map(([e,o])=>J`<${Ht}
key=${e}
on_press=${()=>a&&t(e)}
>${f(o)}<//
>`)}
<//>
<p><button type="button" class="quiet" onClick=${o}>${f("Not now")}</button></p>
</div>
`}var pn=St(async()=>(await(import("./later-1e4a334e76.js"))).DecideAbout);function hn({timeline:e,my_id:o,keeper:n,on_close:a}){let s=fe(),{room_id:r}=e,[i,l]=Z(0),c=function(e){let[t,o]=Z(e);return Q(()=>{let t=setTimeout(()=>o(e),1e3);return()=>clearTimeout(t)},[e]),t}(e.roster_changes),{items:u,cursor:d,problem:p,load:h}=Pt(async function(e){let o=await s.ask("room.members",{room_id:r,cursor:e});return o.ok&&(l(o.members),n&&null===e&&null===o.cursor&&function(e){let o=e.filter(e=>"waiting"===e.standing).length;se(e=>t(e,r,{knocks:o}))}(o.people)),o},e=>e.people,[c]),$=u.filter(e=>"waiting"===e.standing),m=u.filter(e=>"in"===e.standing),w=u.filter(e=>"invited"===e.standing),{reading:g}=e,y={room_id:r,keeper:n,my_id:o,reading:g,on_changed:()=>{h(null)}},k=n||null!==d?0:Math.max(i-m.length,0),v=!0===re.value.me?.visible,_=f(n?"Members":"Members who show themselves"),M=f("{here}, {members}",{here:b("{count} here now","{count} here now",e.here),members:b("{count} member","{count} members",i)});return J`
<${Ue} title=${M} on_close=${a}>
${p&&J`<p class="problem" role="alert">${p}</p>`}
<${$n} title=${f("Waiting at the door")} people=${$} ...${y} />
<${$n} title=${_} people=${m} ...${y} />
<${$n} title=${f("Invited")} people=${w} ...${y} />
${k>0&&J`<p class="soft">${function(e,t){return`${b("{count} here now.","{count} here now.",e)} ${f(t?"Nobody else shows their name.":"Nobody else shows their name; you can, under Menu.")}`}(e.here,v)}</p>`}
<${Rt} cursor=${d} load=${h} />
<//>
`}function $n({title:e,people:t,...o}){let{list:n,leaves:a}=mo();return 0===t.length?null:J`
<h3>${e}</h3>
<ul class="people" ref=${n}>
${t.map(e=>J`<${mn}
key=${e.person.user_id}
member=${e}
leaves=${a}
...${o}
/>`)}
</ul>
`}function mn({member:e,keeper:t,my_id:o,reading:n,...a}){let s=fe(),[r,i]=Z(!1),{person:l,muted_until:c}=e,u=s.now(),d=null!==c&&c>u,p="waiting"===e.standing,h=l.user_id!==o&&(t||!p),$=fo(d);return J`
<li class="person" ref=${$}>
<div class="person-row">
<${io} ...${l} />
<span class=${`who ${bo(l.user_id)}`}>${l.handle}</span>
<${lo} badge=${l.badge} />
${d&&J`<span class="tag">${f("reading along")}</span>`}
${!d&&n.includes(l.user_id)&&J`<span class="tag">
${f("just reading")}
</span>`}
${h&&!p&&J`<button
type="button"
class="plain more"
aria-expanded=${r}
aria-label=${f("What to do about {handle}",l)}
onClick=${()=>i(!r)}
>
<${Lt} name="more" />
</button>`}
</div>
${h&&(r||p)&&J`<${fn} member=${e} keeper=${t} muted=${d} ...${a} />`}
${d&&t&&J`<p class="soft small">
${f("until {time}",{time:ue(c,u)})}
</p>`}
</li>
`}function fn({room_id:e,member:t,keeper:o,muted:n,leaves:s,on_changed:r}){let i=fe(),[l,c]=Z(""),{user_id:u}=t.person,d=(e,t="")=>async()=>{s(),(await e()).ok&&(t&&i.tell(t),r())},p=(e,t,o)=>J`<button type="button" class="quiet" onClick=${d(t,o)}>${e}</button>`;if("waiting"===t.standing)return J`<div class="row">
${p(f("Let in"),()=>i.act.admit(e,u),f("They are in."))}
${p(f("Say no"),()=>i.act.refuse(e,u),f("You said no."))}
</div>`;if("invited"===t.standing)return J`<div class="row">
${p(f("Take the invitation back"),()=>i.act.refuse(e,u),f("Taken back: it opens nothing any more."))}
</div>`;let h=J`<${Pe}
words=${f("Block")}
sure=${f("Block {handle}",t.person)}
on_press=${async()=>{(await i.act.block(u,!0)).ok&&r()}}
>
<p class="soft">${f("You won't see each other's messages any more. They are not told.")}</p>
<//>`;if(!o)return J`<div class="row">${h}</div>`;let $=(t,o=null)=>d(()=>i.act.mute({room_id:e,user_id:u,mute_s:t,reason:o})),m="facilitator"===t.relation;return J`<div class="row">
${n?J`<button type="button" class="quiet" onClick=${$(0)}>
${f("Let them write again")}
</button>`:J`<${un}
on_mute=${(e,t)=>$(e,t)()}
/>`}
${a(re.value)&&p(f(m?"No longer a keeper":"Make a keeper of this room"),()=>i.act.setRelation({room_id:e,user_id:u,relation:m?"member":"facilitator"}))}
<button type="button" class="quiet" onClick=${()=>c("remove")}>
${f("Remove")}
</button>
<button type="button" class="quiet" onClick=${()=>c("warn")}>
${f("Warn, or more")}
</button>
${h}
${l&&J`<${pn}
person=${t.person}
room_id=${e}
room_name=${re.value.timeline?.room?.name??null}
first=${l}
on_close=${()=>{c(""),r()}}
on_missing=${()=>c("")}
/>`}
</div>`}function wn({room:e,on_close:t}){return J`
<${Ue} title=${f("Search")} kind="wide" on_close=${t}>
<${gn} room=${e} on_close=${t} />
<//>
`}function gn({room:e=null,on_close:t=()=>{}}){let o=fe(),[n,a]=Z(null),[s,r]=Z([]),[i,l]=Z(null),[c,u]=Z(""),d=ee(0);async function p(e,t){let n=++d.current;u(f("Looking …"));let a=t,s=f("Nothing found so far.");for(let i=0;i<10;i+=1){let i=await o.ask("message.search",{...e,cursor:a});if(n!==d.current)return;if(!i.ok)return u(_(i.error,o.now()));if(a=i.cursor,0!==i.messages.length||null===a){r(e=>null===t?i.messages:[...e,...i.messages]),s=0===i.messages.length&&null===t?f("Nothing found."):"";break}}u(s),l(a)}return J`
<form
class="stack search"
role="search"
onSubmit=${function(e){e.preventDefault();let t=function(e){let t=t=>String(e.get(t)??"").trim(),[o,n]=[bn(t("since")),bn(t("before"))],a={text:t("text")};return t("room_id")&&(a.room_id=t("room_id")),t("by")&&(a.by=t("by")),null!==o&&(a.since=o),null!==n&&(a.before=new Date(n+1296e5).setHours(0,0,0,0)),a}(new FormData(e.target));t.text&&(r([]),l(null),a(t),p(t,null))}}
onKeyDown=${e?function(e){"Escape"!==e.key||e.isComposing||(e.preventDefault(),t())}:null}
>
<div class="row">
<input
type="search"
name="text"
aria-label=${f("Words to look for")}
maxlength="200"
autofocus=${null!==e}
/>
<button type="submit" class="main">${f("Search")}</button>
</div>
<${yn} room=${e} />
</form>
<p role="status">${c}</p>
<ul class="found">
${s.map(o=>J`<${$o}
key=${o.message_id}
message=${o}
room=${function({room_id:t}){return e&&n?.room_id===e.room_id?"":re.value.rooms[t]?.room.name??""}(o)}
on_follow=${t}
/>`)}
</ul>
<${Rt}
cursor=${i}
words=${f("Look further back")}
load=${e=>n?p(n,e):Promise.resolve()}
/>
`}function yn({room:e}){let t=d(re.value).filter(t=>t.room.room_id!==e?.room_id&&"in"===t.membership.standing);return J`
<details class="narrower">
<summary>${f("Where, by whom, when")}</summary>
<div class="stack">
<label class="field">
<span>${f("Room")}</span>
<select name="room_id">
${e&&J`<option value=${e.room_id}>${e.name}</option>`}
<option value="">${f("All my rooms")}</option>
${t.map(e=>J`<option value=${e.room.room_id}>${e.room.name}</option>`)}
</select>
</label>
<label class="field">
<span>${f("Said by")}</span>
<input name="by" maxlength="80" autocomplete="off" autocapitalize="none" />
</label>
<label class="field">
<span>${f("From this day on")}</span>
<input type="date" name="since" />
</label>
<label class="field">
<span>${f("Up to this day")}</span>
<input type="date" name="before" />
</label>
</div>
</details>
`}function bn(e){let[t=0,o=0,n=0]=e.split("-").map(Number),a=new Date(t,o-1,n).getTime();return""===e||Number.isNaN(a)?null:Math.max(a,0)}function kn({label:e,share:t=null}){let o=X();return J`
<div class="progress">
<label for=${o}>${e}</label>
<progress id=${o} value=${t??void 0}></progress>
</div>
`}function vn(){let e=fe(),[t,o]=Z(""),[n,a]=Z(0),[s,r]=Z(null),[i,l]=Z("");async function c(){let t=await e.ask_http("account.export",{});if(!t.ok)return o(""),l(_(t.error,e.now()));l(""),a(t.expires_at),r(t.steps_done/t.steps),o(t.ready?"ready":"gathering")}return Q(()=>{if("gathering"!==t)return;let e=setInterval(()=>{c()},2e3);return()=>clearInterval(e)},[t]),J`
<div class="gathered">
<${ht} name="box" />
${"gathering"===t&&J`<${kn} label=${f("How far it is")} share=${s} />`}
</div>
<p>${f("Everything this place keeps of yours, to read or to take with you.")}</p>
${i&&J`<p class="problem" role="alert">${i}</p>`}
<p role="status" class="outcome">
${"gathering"===t?f("Gathering it. This takes a moment."):""}
${"ready"===t?f("It is ready, until {day}.",{day:ue(n,e.now())}):""}
</p>
${"ready"===t?J`<p class="row">
<a class="button quiet" href="/account/export">${f("Read it")}</a>
<a class="button quiet" href="/account/export.json" download>
${f("Take it as a file")}
</a>
</p>`:J`<button type="button" class="quiet" disabled=${""!==t} onClick=${c}>
${f("Gather my data")}
</button>`}
`}function _n(){let e=fe(),[t,o]=Z("");return J`
<p>
${f("At once nobody sees you any more, nor anything you wrote. For 72 hours you can sign in and take it back. Then it is removed for good.")}
</p>
<p class="soft small">
${f("What stays: words that were reported, for at most 180 days, or 30 days after a moderator has seen to it, and so do words after which somebody wanted to ask how you are. Your name is nobody's for half a year, so that nobody can pass for you. What others wrote to you is theirs.")}
</p>
${t&&J`<p class="problem" role="alert">${t}</p>`}
<${Pe}
words=${f("Leave this place")}
sure=${f("Yes, leave")}
on_press=${()=>{!async function(){let t=await e.step_up.withStepUp(()=>e.ask_http("account.erase",{}));if(t.ok)return e.left();let n="forbidden"===t.error.code&&"admin"===re.peek().me?.role;o(n?f("Nobody else looks after this place yet. Name another administrator first, under People."):_(t.error,e.now()))}()}}
>
<p><b>${f("Leave this place?")}</b> ${f("You can come back within 72 hours.")}</p>
<//>
`}function Mn(){let e=fe(),[t,o]=Z(!1),n=De(String(t)),a=ce.value.filter(e=>"sent"!==e.status).length,s=b("{count} message has not gone out, and would be gone. Sign out all the same","{count} messages have not gone out, and would be gone. Sign out all the same",a);return J`
<button type="button" class="menu-item" onClick=${function(){a>0&&!t?o(!0):(n||!t)&&e.sign_out()}}>
<${Lt} name="leave" />
<span role=${t?"alert":null}>${t?s:f("Sign out")}</span>
</button>
`}function Sn({on_close:e}){let t=re.value,{me:o}=t,n=(t,o)=>J`<${Ht}
icon=${"switcher"===o?"search":"keys"}
on_press=${()=>{e(),At(o)}}
>${t}<//
>`;return J`
<${Ue} title=${o?f("You are {handle}",o):f("Menu")} on_close=${e}>
<${Dt} onClick=${function(e){return t=>{t.target instanceof Element&&t.target.closest("a")&&e()}}(e)}>
${i(t)&&!ae.has(ie.value)&&J`<${xn} />`}
${n(f("Go to …"),"switcher")}
${bt()&&n(f("Keys"),"shortcuts")}
<${Mn} />
<//>
<//>
`}function xn(){let e=re.value,t=e.cases_waiting+(e.appeals_new??0);return J`
${e.me&&"admin"!==e.me.role&&J`<${Tn} visible=${e.me.visible} />`}
<${Ht} icon="room" href="/app">${f("Rooms")}<//>
${"admin"!==e.me?.role&&J`<${Ht} icon="save" href="/app/saved">${f("Saved messages")}<//>
<${Ht} icon="search" href="/app/search">${f("Search")}<//>`}
<${Ht} icon="settings" href="/app/settings">${f("Settings")}<//>
${(a(e)||p(e))&&J`<${Ht} icon="flag" href="/app/follow-up">
${f("Follow-up")}${" "}
${t>0&&J`<span class="count">${v(t)}</span
><span class="unseen"> ${f("waiting")}</span>`}
<//>`}
${s(e)&&J`<${Ht} icon="people" href="/app/care">
${f("Looking after this place")}${" "}
${e.staff_new>0&&J`<span class="count">${v(e.staff_new)}</span>`}
<//>`}
<${Ht} icon="help" href="/app/help">${f("Help")}<//>
`}function Tn({visible:e}){let t=fe();return J`
<label class="check">
<input
type="checkbox"
checked=${e}
onChange=${e=>{t.act.showMe(e.target.checked,!0===re.value.me?.reading)}}
/>
<span>${f("Show my name among those who are here. Otherwise I am only counted.")}</span>
</label>
`}import{ar as Cn}from"./main-1e4a334e76.js";function An({on_close:e}){let{enter_sends:t,single_keys:o}=le.value,n=Cn(t,{shift:!1,ctrl:!1,real_keys:bt()}),s=yt()?"⌘":f("Ctrl");return J`
<${Ue} title=${f("Keys")} kind="wide" on_close=${e}>
<h3>${f("Everywhere")}</h3>
<dl class="keys-list">
<${In} keys=${[s,"K"]} does=${f("Go to a room, a page or an action")} />
<${In} keys=${["F6"]} does=${f("On to the next part of the page")} />
<${In} keys=${[f("Shift"),"F6"]} does=${f("Back to the part before")} />
<${In} keys=${[f("Ctrl"),"/"]} does=${f("Show these keys")} />
<${In} keys=${[f("Esc")]} does=${f("Close what is open; in a room: all is read")} />
</dl>
<h3>${f("While writing")}</h3>
<dl class="keys-list">
${n?J`<${In} keys=${[f("Enter")]} does=${f("Send")} />
<${In} keys=${[f("Shift"),f("Enter")]} does=${f("A new line")} />`:J`<${In} keys=${[f("Enter")]} does=${f("A new line")} />
<${In} keys=${[f("Ctrl"),f("Enter")]} does=${f("Send")} />`}
<${In} keys=${["@"]} does=${f("Finish the name of someone here")} />
<${In} keys=${["↑"]} does=${f("In an empty field: change your last words")} />
</dl>
<h3>${f("In the list of messages")}</h3>
<dl class="keys-list">
<${In} keys=${["↑","↓"]} does=${f("From message to message")} />
<${In} keys=${[f("Home"),f("End")]} does=${f("To the first and the last")} />
<${In} keys=${[f("Enter")]} does=${f("What can be done with it")} />
${o&&J`<${In} keys=${["R"]} does=${f("Reply")} />
<${In} keys=${["E"]} does=${f("Change the words, if they are yours")} />
<${In} keys=${["S"]} does=${f("Save it for yourself, or no longer")} />
<${In} keys=${["U"]} does=${f("From here on it is new again")} />
<${In} keys=${["?"]} does=${f("Show these keys")} />`}
</dl>
${o&&a(re.value)&&J`<${Wn} />`}
${!o&&J`<p class="soft">${f("Single letters are switched off.")}</p>`}
<//>
`}function Wn(){return J`
<h3>${f("In follow-up")}</h3>
<dl class="keys-list">
<${In} keys=${["J","K"]} does=${f("Down and up in the queue")} />
<${In} keys=${[f("Enter")]} does=${f("Open what has the focus")} />
<${In} keys=${["C"]} does=${f("Claim it, take it over or step in")} />
<${In} keys=${["R"]} does=${f("Write to the person")} />
<${In} keys=${["O"]} does=${f("Hand over")} />
<${In} keys=${["E"]} does=${f("It is graver")} />
<${In} keys=${["H"]} does=${f("Take the message out of sight")} />
<${In} keys=${["M"]} does=${f("Let them only read for a while")} />
<${In} keys=${["X"]} does=${f("Close it")} />
<${In} keys=${["Z"]} does=${f("Take back what you decided last, within five minutes")} />
<${In} keys=${["?"]} does=${f("Show these keys")} />
</dl>
`}function In({keys:e,does:t}){return J`
<dt>${e.map((e,t)=>[t>0?" ":"",J`<kbd key=${e}>${e}</kbd>`])}</dt>
<dd>${t}</dd>
`}function qn(){let e=fe().step_up.asking.value;return e&&J`<${Nn} show=${e.show} cancel=${e.cancel} />`}function Nn({show:e,cancel:t}){return J`
<${Ue} title=${f("Is it you?")} on_close=${t}>
<p>${f("Please show once more that it is you.")}</p>
<${He} words=${f("It is me")} ask=${function({passphrase:t="",code:o=""}){let n=o.replaceAll(/\s/g,"");return e(n?{passphrase:t,code:n}:{passphrase:t})}} keeps>
<label class="field">
<span>${f("Your own passphrase")}</span>
<input
name="passphrase"
type="password"
required
autofocus
autocomplete="current-password"
/>
</label>
<${jn} />
<//>
<//>
`}function jn(){return re.value.account.second_factor?J`<label class="field">
<span>${f("Six digits from your authenticator app")}</span>
<input name="code" required inputmode="numeric" autocomplete="one-time-code" maxlength="12" />
</label>`:null}function Yn(e){return Object.values(e.rooms).sort((e,t)=>+(t.mentions>0)-+(e.mentions>0)||+(t.unread>0)-+(e.unread>0)||e.room.name.localeCompare(t.room.name)).map(({room:e,unread:t})=>({key:e.room_id,words:e.name,kind:t>0?b("{count} new","{count} new",t):f("room"),path:oe(e.room_id)}))}function En(e){let t=(e,t)=>({key:e,words:t,kind:f("page"),path:e}),o=[t("/app/help",f("Help now"))];return i(e)&&(o.unshift(t("/app",f("All rooms"))),"admin"!==e.me?.role&&o.push(t("/app/saved",f("Saved messages"))),"admin"!==e.me?.role&&o.push(t("/app/search",f("Search"))),o.push(t("/app/settings",f("Settings"))),a(e)&&o.push(t("/app/follow-up",f("Follow-up"))),s(e)&&o.push(t("/app/care",f("Looking after this place")))),o}function Ln(e,t){let o=ro(t.trim()),n=e.filter(({words:e})=>ro(e).startsWith(o)),a=e.filter(e=>!n.includes(e)&&ro(e.words).includes(o));return[...n,...a]}function On({on_close:e,on_choose:t}){let o=X(),[n,a]=Z(""),[s,r]=Z(0),l=ee(null),c=function(e){let t=Mt.value.filter(e=>e.words);return[...i(e)?Yn(e):[],...t.map(({key:e,words:t,run:o})=>({key:`do-${e}`,words:t,kind:f("action"),run:o})),...En(e)]}(re.value),u=Ln(c,n),d=Math.min(s,u.length-1);return Q(()=>{l.current?.querySelector("[aria-selected=true]")?.scrollIntoView({block:"nearest"})},[d,n]),J`
<${Ue} title=${f("Go to")} on_close=${e}>
<input
role="combobox"
aria-label=${f("A room, a page or an action")}
aria-autocomplete="list"
aria-expanded=${u.length>0}
aria-controls=${o}
aria-activedescendant=${u.length>0?`${o}-${d}`:null}
autocomplete="off"
autofocus
value=${n}
onInput=${e=>{a(e.target.value),r(0)}}
onKeyDown=${function(e){if(e.isComposing)return;let{value:o}=e.currentTarget,a=o===n?u[d]:Ln(c,o)[0];if("ArrowDown"===e.key)r((d+1)%Math.max(u.length,1));else if("ArrowUp"===e.key)r((d||u.length)-1);else{if("Enter"!==e.key||!a)return;t(a)}e.preventDefault()}}
/>
<p class="soft small" role="status">
${0===u.length?f("Nothing has that name."):b("{count} place","{count} places",u.length)}
</p>
<ul id=${o} ref=${l} class="places" role="listbox" aria-label=${f("Places")}>
${u.map((e,n)=>J`<li
key=${e.key}
id=${`${o}-${n}`}
class="place-option"
role="option"
aria-selected=${n===d}
onClick=${()=>t(e)}
>
<span class="place-name">${e.words}</span>
<span class="place-kind">${e.kind}</span>
</li>`)}
</ul>
<//>
`}import{at as zn}from"./main-1e4a334e76.js";function Dn({on_close:e}){let t=ce.value.filter(e=>"late"===e.status||"failed"===e.status);return J`
<${Ue} title=${f("Not gone out")} kind="wide" on_close=${e}>
${0===t.length&&J`<p role="status">${f("Nothing is waiting any more.")}</p>`}
${t.map(e=>J`<section key=${e.nonce}>
<h3>${re.value.rooms[e.room_id]?.room.name??f("A room that you are not in")}</h3>
<${zn} pending=${e} />
</section>`)}
<//>
`}var Hn=St(()=>import("./later-1e4a334e76.js").then(e=>e.UnsentList));function Rn(){let[e,t]=Z(!1),o=()=>t(!1),{timeline:n,me:a}=re.value,s=n?.room?n.room_id:"",r=ce.value.filter(e=>("late"===e.status||"failed"===e.status)&&e.room_id!==s);return ae.has(ie.value)||!a?null:J`
<div role="status">
${r.length>0&&J`<div class="banner">
<p>
${b("{count} message of yours has not gone out.","{count} messages of yours have not gone out.",r.length)}
</p>
<button
type="button"
class="quiet"
aria-haspopup="dialog"
onClick=${()=>t(!0)}
>
${f("Look")}
</button>
</div>`}
</div>
${e&&J`<${Hn} on_close=${o} on_missing=${o} />`}
`}import{au as Pn,av as Kn,aw as Un,ax as Fn}from"./main-1e4a334e76.js";function Vn({warning:e,topics:t,on_change:o,on_close:n}){let a=X(),[s,r]=Z(e),[i,l]=Z(t),c=i.length>=Kn;return J`
<${Ue} title=${f("A content warning")} on_close=${n}>
<form class="stack" onSubmit=${function(e){e.preventDefault(),n(),o({warning:s.trim(),topics:i})}}>
<label class="field">
<span>${f("In a few words")}</span>
<input
autofocus
maxlength=${Un}
autocomplete="off"
dir="auto"
aria-describedby=${`${a}-words`}
value=${s}
onInput=${e=>r(e.target.value)}
/>
<small id=${`${a}-words`} class="soft">
${f("Your message is folded under them until someone opens it.")}
</small>
</label>
<fieldset aria-describedby=${`${a}-topics`}>
<legend>${f("What it is about")}</legend>
<p id=${`${a}-topics`} class="soft small">
${f("Up to three. It is folded for those who asked not to come upon that.")}
</p>
<div class="topics">
${Pn.map(e=>J`<label key=${e} class="check">
<input
type="checkbox"
checked=${i.includes(e)}
disabled=${c&&!i.includes(e)}
onChange=${()=>function(e){let t=i.filter(t=>t!==e);l(t.length<i.length?t:[...i,e])}(e)}
/>
<span>${Fn(e)}</span>
</label>`)}
</div>
</fieldset>
<button type="submit" class="main">${f("Done")}</button>
</form>
<//>
`}var Bn={unkind:w("Why: something you wrote was unkind."),private_details:w("Why: something you wrote told private details."),dealing:w("Why: substances were offered or asked for."),method_detail:w("Why: something you wrote described how to do harm."),off_topic:w("Why: what you wrote didn't belong in this room."),breaks_guidelines:w("Why: something you wrote went against the guidelines.")};function Gn({reason:e}){let t=Bn[e??""];return J`
${t&&J`<p>${f(t)}</p>`}
<p>
<a href="/app/settings/decided">${f("If you see it differently")}</a>
</p>
`}import{ay as Jn}from"./main-1e4a334e76.js";function Qn(e,t){let o=new Set;return{want:async function(n,{message_id:a,seq:s}){if(o.has(a))return;o.size>=200&&o.clear(),o.add(a);let r=await e("log.before",{room_id:n,seq:s+1,limit:1});if(!r.ok)return;let i=r.messages.find(e=>e.message_id===a),l=[...t.peek()].slice(-200);t.value=new Map([...l,[a,i?Jn(i):null]])},forget:async function(e){o.delete(e)&&(t.value=new Map([...t.peek()].filter(([t])=>t!==e)))},forgetAll:async function(){o.clear(),t.value=new Map}}}import{az as Xn}from"./main-1e4a334e76.js";function Zn({api:e,renewed:t,asking:o}){return{withStepUp:async function(n){let a=await n();return a.ok||"step_up_needed"!==a.error.code||o.peek()?a:await new Promise(n=>{let a=e=>{o.value=null,n(e)};o.value={async show(o){let n=await e("POST","/api/step-ups",o);return n.ok&&(await t(),a(!0)),n},cancel:()=>a(!1)}})?n():Xn("cancelled","",{retryable:!1})}}}function ea(e,t,o){return"you.message_hidden"===t.kind?function(e){return f(Ie[e]??M)}(t.reason):!(t.room_id===o)&&ta(e,t)||oa(e.site,t)}function ta(e,t){let o=e.rooms[t.room_id],n="waiting"===o?.membership.standing;if("you.membership_changed"!==t.kind||!o||!n)return"";let a=o.room.name;return null===t.membership?o.leaving?"":f("{room}: not this time.",{room:a}):"in"===t.membership.standing?f("You can come into {room} now.",{room:a}):""}function oa(e,t){return"site.changed"!==t.kind||!e||t.guidelines_version<=e.guidelines_version?"":f("The guidelines of this place have changed. You can read them when you come in next.")}import{aA as na}from"./main-1e4a334e76.js";import{aB as aa}from"./main-1e4a334e76.js";function sa({title:e,lead:t,base:o,groups:n,common:a={},news:s={}}){let r=fe(),{section:i}=r.router.route.value,l=n.flatMap(e=>e.sections).find(e=>e.name===i),c=function(e){let t=ee(null),o=ee(e);return Q(()=>{o.current!==e&&t.current?.focus(),o.current=e},[e]),t}(i),u=l?f(l.title):e;aa(u);let d=J`<${ra}
title=${e}
base=${o}
groups=${n}
current=${l?.name??""}
news=${s}
/>`;return l?J`
<section class="page sectioned" data-region>
<div class="sectioned-list">${d}</div>
<div class="sectioned-main">
<a class="back" href=${o}>${e}</a>
<div class="section-head">
<span class="section-sign"><${Lt} name=${l.icon} /></span>
<h1 ref=${c} tabindex="-1">${u}</h1>
</div>
<div class="sheet-of-one"><${l.part} key=${l.name} ...${a} /></div>
</div>
</section>
`:J`
<section class="page" data-region>
<a class="back" href="/app">${f("All rooms")}</a>
<h1 ref=${c} tabindex="-1">${e}</h1>
${t&&J`<p class="lead">${t}</p>`} ${d}
</section>
`}function ra({title:e,base:t,groups:o,current:n,news:a}){return J`
<nav class="sections" aria-label=${e}>
${o.map(e=>J`
<div key=${e.title} class="section-group">
${e.title&&J`<h2>${f(e.title)}</h2>`}
<ul>
${e.sections.map(e=>J`<li key=${e.name}>
<a
class="section-link"
href=${`${t}/${e.name}`}
aria-current=${e.name===n?"page":null}
>
<${Lt} name=${e.icon} />
<span class="section-words">
<span class="section-title">
${f(e.title)}${" "}
${(a[e.name]??0)>0&&J`<span class="count">
${a[e.name]}<span class="unseen"> ${f("new")}</span>
</span>`}
</span>
${e.about&&J`<span class="soft small about">${f(e.about)}</span>`}
</span>
<${Lt} name="forward" />
</a>
</li>`)}
</ul>
</div>
`)}
</nav>
`}var ia={"message.hide":w("{who} took a message out of sight."),"message.show_again":w("{who} brought a message back into sight."),"message.free_links":w("{who} let the links in a newcomer's message be links."),"message.vouch":w("{who} vouched for a newcomer, whose links are links now."),"room.remove":w("{who} removed {someone} from a room."),"room.mute":w("{who} let {someone} only read along."),"room.set_relation":w("{who} changed what {someone} is to a room."),"case.open":w("{who} looked at a case."),"case.widen":w("{who} looked further around a case."),"case.claim":w("{who} took a case on."),"case.release":w("{who} gave a case back."),"case.contact":w("{who} wrote to the person of a case."),"case.attempt":w("{who} tried to reach the person of a case."),"case.hand_over":w("{who} asked a colleague to go on with a case."),"case.accept":w("{who} went on with a case from a colleague."),"case.refuse":w("{who} could not go on with a case for a colleague."),"case.take_over":w("{who} stepped in for a colleague in a case."),"case.stand_by":w("{who} changed who is at hand beside the helper of a case."),"case.propose":w("{who} proposed to close a case, and asked a second person."),"case.resolve":w("{who} closed a case."),"case.review":w("{who} looked at how a case went."),"flag.judge":w("{who} said whether a reason to look was one."),"lexicon.propose":w("{who} proposed to change what is listened for."),"lexicon.approve":w("{who} agreed to change what is listened for."),"lexicon.decide":w("{who} changed alone what is listened for."),"lexicon.refuse":w("{who} let a change of what is listened for come to nothing."),"lexicon.undo":w("{who} undid a change of what is listened for."),"rota.add":w("{who} planned a shift."),"rota.remove":w("{who} took a shift off the rota."),"report.close":w("{who} has seen to a report."),"sanction.ban":w("{who} kept {someone} out."),"sanction.lift":w("{who} let {someone} back in."),"sanction.warn":w("{who} told {someone} that something must not go on."),"sanction.take_back":w("{who} took back what was decided about {someone}."),"appeal.decide":w("{who} decided about an appeal of {someone}."),"room.slow":w("{who} changed how slowly a room goes."),"room.lock":w("{who} let a room rest."),"room.unlock":w("{who} ended a room's rest."),"user.admit":w("{who} let {someone} in who had knocked."),"user.refuse":w("{who} said no to {someone} who had knocked."),"user.freeze":w("{who} closed the account of {someone}."),"user.unfreeze":w("{who} opened the account of {someone} again."),"user.end_sign_ins":w("{who} signed {someone} out everywhere."),"user.create":w("{who} made an account for {someone}."),"user.reset":w("{who} gave {someone} a new way in."),"user.list":w("{who} looked at the list of accounts."),"role.propose":w("{who} proposed a role for {someone}."),"role.approve":w("{who} agreed to a role for {someone}."),"role.refuse":w("{who} said no to a role for {someone}."),"role.give":w("{who} gave a role to {someone}."),"role.set":w("{who} gave a role to {someone}."),"role.take":w("{who} took a role back from {someone}."),"role.undo":w("{who} undid within 72 hours a change of role of {someone}."),"restore.ask":w("{who} began to help {someone} back in."),"restore.confirm":w("{who} met {someone} who is helped back in."),"restore.refuse":w("{who} stopped helping {someone} back in."),"invite.create":w("{who} made an invitation."),"invite.revoke":w("{who} took an invitation back."),"site.change":w("{who} changed how this place shows itself."),"site.set_registration":w("{who} changed who may come in by themselves."),"site.set_helplines":w("{who} changed which help lines come first."),"site.confirm_helplines":w("{who} has called the help lines."),"backup.take":w("{who} took a backup."),restore:w("{who} went back to a backup."),"room.close":w("{who} closed a room."),"room.reopen":w("{who} opened a room again.")},la={"case.begin":w("There was a reason to ask how someone is."),"case.lapse":w("Whoever had a case showed no sign of life: it waits again."),"case.reopen":w("It was time to ask again how someone is."),"role.lapse":w("A role was proposed, and nobody decided in time."),"restore.lapse":w("A code to come back in was not used in time."),"restore.use":w("Someone came back in by a code from staff."),"staff.recovered":w("Someone on staff came back in by a recovery code."),"restore.stop":w("Someone did not want to be helped back in: it was not them who asked.")};function ca({overview:e}){let t=fe(),{items:o,cursor:n,problem:a,known:s,load:r}=Pt(e=>t.ask_http("audit.list",{cursor:e}),e=>e.entries),i=new Map(e.staff.map(e=>[e.user.user_id,e.user.handle]));return J`
<p class="soft">
${f("It can't be changed or removed. It names nobody but those who look after the place.")}
</p>
${a&&J`<p class="problem" role="alert">${a}</p>`}
${s&&0===o.length&&J`<p class="soft">${f("Nothing yet.")}</p>`}
<ul class="deeds">
${o.map(e=>J`<li key=${e.number}>
<span class="soft small">${ue(e.at,t.now())}</span>${" "}
${function({actor_id:e,action:t,about:o},n){let a=la[t];if(a)return f(a);let s=ia[t]??w("{who} did what this page has no words for yet.");return f(s,{who:ua(e,n),someone:n.get(o)??f("someone")})}(e,i)}
</li>`)}
</ul>
<${Rt} cursor=${n} words=${f("Older ones")} load=${r} />
`}function ua(e,t){return"operator"===e?f("Whoever runs the server"):t.get(e)??f("Someone who has looked after this place")}function da(e,t){let[o]=Z(e),n=ee({...e}),a=ee(null);return Q(()=>{let{elements:o}=a.current?.form;for(let a of t){let t=o.namedItem(a);t.value===n.current[a]&&(t.value=e[a],n.current[a]=e[a],"guidelines"===a&&(n.current.guidelines_version=e.guidelines_version))}},[e]),{first:o,box:a,changed:e=>Object.fromEntries(t.flatMap(t=>e[t]===n.current[t]?[]:[[t,e[t]]])),keep:e=>{Object.assign(n.current,e)},version:()=>n.current.guidelines_version}}function pa(){let e=fe(),[t,o]=Z(null),[n,a]=Z(""),s="up"===ie.value,r="offline"===ie.value||"down"===ie.value,{site:i}=re.value;Q(()=>{(s||r&&!t)&&async function(){let t=await e.ask_http("site.show",{});if(!t.ok)return a(_(t.error,e.now()));a(""),o(t)}()},[s,r,i]);let l=n?J`<p class="problem" role="alert">${n}</p>`:J`<p class="soft" role="status">${f("One moment …")}</p>`;return{site:t,instead:l}}var ha=[["hearth",w("Hearth: warm as clay")],["sea",w("Sea: calm and wide")],["forest",w("Forest: quiet and green")],["plum",w("Plum: soft as evening")]],$a=["name","welcome","palette"];function ma({site:e}){let t=fe(),{first:o,box:n,changed:a,keep:s}=da(e,$a);return J`
<${He}
words=${f("Save")}
keeps
ask=${async function(e){let o=a(e),n=await t.ask_http("site.change",o);return n.ok&&s(o),n}}
done=${()=>f("Saved. Open pages show it by themselves.")}
>
<label class="field">
<span>${f("What this place is called")}</span>
<input ref=${n} name="name" maxlength="60" autocomplete="off" defaultValue=${o.name} />
</label>
<p class="soft small">
${f("Left empty, it is called {name}, as the server's settings say.",{name:e.configured_name})}
</p>
<label class="field">
<span>${f("Words of welcome, for whoever finds it")}</span>
<textarea
name="welcome"
rows="3"
maxlength="500"
dir="auto"
defaultValue=${o.welcome}
></textarea>
</label>
<p class="soft small">
${f("They stand on the first page. Left empty, it has words of its own.")}
</p>
<${fa} chosen=${o.palette} />
<//>
`}function fa({chosen:e}){return J`
<fieldset>
<legend>${f("Colours")}</legend>
${ha.map(([t,o])=>J`<label key=${t} class="check">
<input type="radio" name="palette" value=${t} defaultChecked=${t===e} />
<span class="swatch" data-palette=${t} aria-hidden="true"></span>
<span>${f(o)}</span>
</label>`)}
</fieldset>
`}var wa=[w("What is said here stays here, and so does who is here."),w("Speak of yourself. Ask before you give advice."),w("Come as you are, also after a hard night. Nobody counts your days against you."),w("Just reading is fine. So is leaving, and coming back."),w("Nothing is bought, sold or arranged here, and nobody describes how to use or how to do harm."),w("If someone asks you to stop, stop. If something is not right, tell a moderator: it takes two presses.")];function ga({text:e}){return e?J`<div class="guidelines as-written" dir="auto">${e}</div>`:J`<ul class="plain-list">
${wa.map(e=>J`<li key=${e}>${f(e)}</li>`)}
</ul>`}var ya={ArrowRight:(e,t)=>(e+1)%t,ArrowLeft:(e,t)=>(e-1+t)%t,Home:()=>0,End:(e,t)=>t-1};function ba({label:e,tabs:t,first:o=t[0]?.name??""}){let[n,a]=Z(o),s=X(),r=Math.max(t.findIndex(e=>e.name===n),0),i=t[r];return J`
<div class="tabbed">
<div class="tabs" role="tablist" aria-label=${e} onKeyDown=${function(e){let o=ya[e.key];if(!o||e.altKey||e.ctrlKey||e.metaKey)return;e.preventDefault();let n=o(r,t.length);a(t[n]?.name??""),e.currentTarget.querySelectorAll('[role="tab"]')[n]?.focus()}}>
${t.map(({name:e,words:t})=>J`<button
key=${e}
type="button"
role="tab"
id=${`${s}-${e}`}
aria-selected=${e===i?.name?"true":"false"}
aria-controls=${`${s}-${e}-sheet`}
tabindex=${e===i?.name?0:-1}
onClick=${()=>a(e)}
>
${t}
</button>`)}
</div>
${t.map(({name:e,sheet:t})=>J`<div
key=${e}
role="tabpanel"
id=${`${s}-${e}-sheet`}
aria-labelledby=${`${s}-${e}`}
tabindex="0"
hidden=${e!==i?.name}
>
${t()}
</div>`)}
</div>
`}var ka=["guidelines"];function va({site:e}){let t=fe(),{first:o,box:n,version:a,keep:s}=da(e,ka),[r,i]=Z(o.guidelines),[l,c]=Z(null),u=J`
${!r.trim()&&J`<p class="soft small">${f("Left empty, they are these:")}</p>`}
<${ga} text=${r.trim()} />
`;return J`
<p>
${f("Everyone reads these when they come in for the first time. When you change them, everyone is asked to read them once more, the next time they come in.")}
</p>
<${He}
words=${f("Save")}
sure=${f("Yes, ask everyone to read them")}
keeps
ask=${async function({guidelines:e=""}){let o={guidelines:e,guidelines_version:a()},n=await t.ask_http("site.change",o);return n.ok?(s({guidelines:e,guidelines_version:n.guidelines_version}),c(null)):"changed_meanwhile"===n.error.code&&await async function(){let e=await t.ask_http("site.show",{});e.ok&&(s({guidelines_version:e.guidelines_version}),c(e.guidelines))}(),n}}
done=${()=>f("Saved.")}
>
<${ba}
label=${f("Write, and look at it")}
tabs=${[{name:"write",words:f("Write"),sheet:()=>J`
<label class="field">
<span>${f("Our guidelines")}</span>
<textarea
ref=${n}
name="guidelines"
rows="12"
maxlength="4000"
dir="auto"
defaultValue=${o.guidelines}
onInput=${({target:e})=>i(e.value)}
></textarea>
</label>
`},{name:"look",words:f("As people read it"),sheet:()=>u}]}
/>
${null!==l&&J`<section class="card stack">
<h3>${f("What someone else has written, and holds now")}</h3>
<${ga} text=${l} />
</section>`}
<//>
`}var _a=[["crisis",w("For a crisis")],["addiction",w("For addiction")],["poison/overdose",w("For poisoning or overdose")]];function Ma({number:e,line:t,suffix:o,on_remove:n}){let a=(e,n,a={})=>J`<label class="field">
<span>${n}</span>
<input
name=${`${e}-${o}`}
autocomplete="off"
defaultValue=${t[e]??""}
...${a}
/>
</label>`;return J`
<fieldset class="card">
<legend>${f("Our line {number}",{number:e})}</legend>
${a("name",f("Its name"),{required:!0})}
<label class="field">
<span>${f("What for")}</span>
<select name=${`purpose-${o}`}>
${_a.map(([e,o])=>J`<option key=${e} value=${e} selected=${e===t.purpose}>
${f(o)}
</option>`)}
</select>
</label>
${a("tel",f("Number to call"),{type:"tel",inputmode:"tel"})}
${a("sms",f("Number to text"),{type:"tel",inputmode:"tel"})}
${a("sms_word",f("The word to text, if it needs one"))}
${a("url",f("Web address"),{type:"url",placeholder:"https://"})}
${a("hours",f("When they answer"),{required:!0})}
${a("languages",f("Languages, by their short codes: en, es"),{required:!0,defaultValue:t.languages.join(", ")})}
${a("source",f("A page where everyone can look it up"),{type:"url",required:!0,placeholder:"https://"})}
<button type="button" class="quiet" onClick=${n}>${f("Take this line out")}</button>
</fieldset>
`}function Sa({site:e,on_changed:t}){let o=fe(),[n,a]=Z(e.help_country),[s,r]=Z(function(e){return e.map((e,t)=>({...e,key:t}))}(e.own_lines)),i=Math.max(0,...s.map(({key:e})=>e))+1,{list:l,leaves:c}=mo();return function(e,t){let o=ee(t);te(()=>{let n=t>o.current;o.current=t,n&&e.current?.lastElementChild?.querySelector("input")?.focus()},[t])}(l,s.length),J`
<${He}
words=${f("Save")}
keeps
ask=${async function(e){let a={country:n,own:s.map(({key:t})=>function(e,t){let o=o=>(e[`${o}-${t}`]??"").trim();return{name:o("name"),purpose:o("purpose"),tel:o("tel")||null,sms:o("sms")||null,sms_word:o("sms_word"),url:o("url")||null,languages:o("languages").split(/[\s,]+/).filter(Boolean),hours:o("hours"),source:o("source")}}(e,t))},r=await o.step_up.withStepUp(()=>o.ask_http("site.set_helplines",a));return r.ok&&(await o.helplines.refresh(),await t()),r}}
done=${()=>f("Saved. Please call all of them before you confirm them below.")}
>
<label class="field">
<span>${f("The country where most of your people live")}</span>
<select
value=${n}
onChange=${e=>a(e.target.value)}
>
<option value="">${f("None: everyone chooses for themselves")}</option>
${e.countries.map(({code:e,name:t})=>J`<option key=${e} value=${e}>${t}</option>`)}
</select>
</label>
<ul class="cards" ref=${l}>
${s.map((e,t)=>J`<li key=${e.key}>
<${Ma}
number=${t+1}
line=${e}
suffix=${e.key}
on_remove=${()=>function(e){c(),r(s.filter(t=>t!==e))}(e)}
/>
</li>`)}
</ul>
${s.length<3&&J`<button
type="button"
class="quiet"
onClick=${()=>r([...s,{name:"",purpose:"crisis",tel:null,sms:null,sms_word:"",url:null,languages:["en"],hours:"",source:"",key:i}])}
>
${f("Add a line of our own")}
</button>`}
<p class="soft small">
${f("You are asked once more who you are: a wrong number is the worst this place could show.")}
</p>
<//>
`}function xa({country:e,confirmed:t,on_changed:o}){let n=fe(),[a,s]=Z(n.helplines.kept());Q(()=>{n.helplines.refresh().then(()=>s(n.helplines.kept()))},[]);let r=a.countries.filter(({code:t})=>t===e),i=a.international?[a.international]:[],l=[...r.length>0?r:a.countries,...i];return J`
${l.map(e=>J`<${Ta} key=${e.code} country=${e} />`)}
${t?J`<p class="soft">${f("Somebody has called these, and people answer there.")}</p>`:J`<div class="card">
<p><b>${f("Call the help lines first.")}</b></p>
<p>
${f("Nobody comes in uninvited until someone has called the numbers that your people may need.")}
</p>
<${Pe}
words=${f("We have called them")}
sure=${f("Yes, they answer")}
on_press=${()=>{!async function(){let e=await n.ask_http("site.confirm_helplines",{});n.tellRefusal(e),e.ok&&n.tell(f("Thank you. That is noted.")),await o()}()}}
>
<p class="soft">
${f("A wrong number is the worst that this place could show someone.")}
</p>
<//>
</div>`}
`}function Ta({country:e}){return J`
<h3>${e.name}</h3>
<ul class="plain-list">
${e.emergency&&J`<li>${f("Emergency: {number}",{number:e.emergency})}</li>`}
${e.lines.map((e,t)=>J`<li key=${t}>
<b>${e.name}</b>: ${function({tel:e,sms:t,url:o}){let n=[e&&f("call {number}",{number:e}),t&&f("text {number}",{number:t.number}),o];return g(n.filter(e=>null!==e))}(e)}
<span class="soft small"> (${e.hours})</span>
</li>`)}
</ul>
`}function Ca({waiting:e,on_changed:t}){let o=fe(),[n,a]=Z(!1),s=De(e.map(e=>e.user_id).join(" ")),{list:r,heading:i,leaves:l}=mo();async function c(e,n){l(),a(!0);let s=await o.ask_http(e,{user_id:n});s.ok?"user.admit"===e?o.tell(f("They are in.")):o.tell(f("You said no. Their page says so, kindly.")):o.tellRefusal(s),await t(),a(!1)}return J`
<h2 ref=${i} tabindex="-1">${f("At the door")}</h2>
${0===e.length&&J`<p class="soft">${f("Nobody waits to be let in.")}</p>`}
<ul class="cards" ref=${r}>
${e.map(e=>J`<li key=${e.user_id} class="card">
<p>
${y("{handle} knocked {day}",{handle:J`<b>${e.handle}</b>`,day:J`<span class="soft">${$e(e.knocked_on,o.now())}</span>`})}
</p>
<div class="row">
<button
type="button"
class="main"
aria-label=${f("Let {handle} in",{handle:e.handle})}
disabled=${n||!s}
onClick=${()=>c("user.admit",e.user_id)}
>
${f("Let in")}
</button>
<${Pe}
words=${f("Say no to {handle}",{handle:e.handle})}
sure=${f("Yes, say no to {handle}",{handle:e.handle})}
on_press=${()=>c("user.refuse",e.user_id)}
/>
</div>
</li>`)}
</ul>
`}function Aa({person:e,on_changed:t}){let o=fe(),[n,a]=Z(null);return n?J`<${Wa} ...${n} handle=${e.handle} on_done=${function(){a(null),wo()}} />`:J`
<details>
<summary>${f("Help them back in")}</summary>
<p class="soft small">
${f("For someone who lost their passphrase and their codes. You get a code to hand to them. Every device on which they are signed in is told, and can stop it.")}${" "}
${"moderator"===e.role&&f("They are a member then, until they are named again.")}
</p>
<${He} words=${f("Make the code")} ask=${async function({met:n}){let s={user_id:e.user_id,met:"yes"===n},r=await o.step_up.withStepUp(()=>o.ask_http("restore.ask",s));return r.ok&&(a({...r,met:s.met}),await t()),r}}>
<fieldset>
<legend>${f("Did you meet them?")}</legend>
<label class="check">
<input type="radio" name="met" value="no" checked />
<span>${f("No. The code works after 24 hours.")}</span>
</label>
<label class="check">
<input type="radio" name="met" value="yes" />
<span>
${f("Yes, face to face. It works as soon as another of us says so too, or at once where there is nobody else.")}
</span>
</label>
</fieldset>
<//>
</details>
`}function Wa({code:e,from_at:t,until:o,handle:n,met:a,on_done:s}){let r=fe().now(),i=ue(o,r),l=t<=r?f("It works now, until {at}.",{at:i}):f("It works from {from}, unless they stop it, until {at}.",{from:ue(t,r),at:i});return J`
<${Ro}
title=${f("Shown only now")}
on_done=${s}
more=${J`<${Ko} text=${e} />`}
>
<p>${f("Hand this code to {handle}, in person or by phone.",{handle:n})}</p>
<p><code class="big-code">${e}</code></p>
<p class="soft">
${l}${" "}
${f("They use it under “I have a recovery code”, where one signs in.")}
</p>
${a&&t>r&&J`<p>
${f("It works at once when another of us says so too: under People, I met them too.")}
</p>`}
<//>
`}var Ia=["member","moderator","admin"];function qa({alone:e,on_changed:t}){let o=fe(),[n,a]=Z(null),[s,r]=Z(0);return J`
<h2>${f("Find a person")}</h2>
<${He} words=${f("Find")} kind="quiet" keeps ask=${async function({handle:e=""}){let n=await o.ask_http("user.find",{handle:e});if(!n.ok){if("not_found"!==n.error.code)return n;n.error.message=f("Nobody here has that name.")}return a(n.ok?n.user:null),r(e=>e+1),n.ok&&await t(),n}}>
<label class="field">
<span>${f("Their name here, as they write it")}</span>
<input name="handle" required autocomplete="off" autocapitalize="none" spellcheck=${!1} />
</label>
<//>
${n&&J`<${Na}
key=${n.user_id}
person=${n}
alone=${e}
searches=${s}
on_changed=${async function(){let e=n&&await o.ask_http("user.find",{handle:n.handle});e?.ok&&a(e.user),await t()}}
/>`}
`}function Na({person:e,alone:t,searches:o,on_changed:n}){let{me:a}=re.value,s="admin"===a?.role,r=a?.user_id===e.user_id,i="member"===e.role||s&&"admin"!==e.role,l=!r&&i&&"waiting"!==e.state,c="active"===e.state||"banned"===e.state,u=s&&!r&&("active"===e.state||"member"!==e.role),d={person:e,on_changed:n};return J`
<div class="card person-card">
<h3>${e.handle}</h3>
<p class="soft">${function({role:e,state:t},o){return`${[Oo(e),zo(t),o?f("this is you"):""].filter(Boolean).join("; ")}.`}(e,r)}</p>
${l&&c&&J`<${ja} ...${d} />`}
${l&&c&&J`<${Ya} person=${e} />`}
${l&&c&&J`<${Aa} ...${d} />`}
${u&&J`<${Ea} key=${o} ...${d} alone=${t} />`}
${l&&s&&J`<${za} ...${d} />`}
</div>
`}function ja({person:e,on_changed:t}){let o=fe(),{user_id:n}=e;if("banned"===e.state){let{banned_until:a,ban_reason:s}=e,r=null===a?f("Kept out until somebody lifts it."):f("Kept out until {at}.",{at:ue(a,o.now())});return J`
<p>${r} ${Ae(s??"")}</p>
<${Pe}
words=${f("Let them back in")}
sure=${f("Yes, let them in")}
on_press=${async function(){let a=await o.ask_http("sanction.lift",{user_id:n});o.tellRefusal(a),a.ok&&o.tell(f("{handle} can come back in.",{handle:e.handle})),await t()}}
/>
`}return J`
<details>
<summary>${f("Keep them out for a while")}</summary>
<p class="soft small">
${f("They are told the reason and until when. They can still ask for help.")}
</p>
<${He} words=${f("Keep them out")} ask=${async function({reason:a,days:s}){let r=""===s?null:o.now()+864e5*Number(s),i=await o.ask_http("sanction.ban",{user_id:n,reason:a,until:r});return i.ok&&(o.tell(f("Done. {handle} is out on every device.",{handle:e.handle})),await t()),i}}>
<label class="field">
<span>${f("Why")}</span>
<select name="reason" required>
${Te.map(([e,t])=>J`<option value=${e}>${f(t)}</option>`)}
</select>
</label>
<label class="field">
<span>${f("How long")}</span>
<select name="days">
<option value="1">${f("A day")}</option>
<option value="7">${f("A week")}</option>
<option value="30">${f("30 days")}</option>
<option value="">${f("Until somebody lifts it")}</option>
</select>
</label>
<//>
</details>
`}function Ya({person:e}){let t=fe();return J`<${Pe}
words=${f("Sign them out everywhere")}
sure=${f("Yes, sign them out")}
on_press=${async function(){let o=await t.ask_http("user.end_sign_ins",{user_id:e.user_id});t.tellRefusal(o),o.ok&&t.tell(f("Signed out everywhere."))}}
/>`}function Ea({person:e,alone:t,on_changed:o}){let[n,a]=Z("");return J`
<details>
<summary>${f("Give or take back a role")}</summary>
${n?J`<${La} words=${n} />`:J`<${Oa}
person=${e}
alone=${t}
on_done=${e=>(a(function({state:e,role:t}){return f("done"!==e?"Proposed. Another administrator has to agree.":"member"===t?"Done. They sign in anew.":"Done. They sign in anew, and set up an authenticator app before any of it works.")}(e)),o())}
/>`}
</details>
`}function La({words:e}){let t=ee(null);return Q(()=>t.current?.focus(),[]),J`<p ref=${t} tabindex="-1" role="status" class="outcome">${e}</p>`}function Oa({person:e,alone:t,on_done:o}){let n=fe(),[a,s]=Z(""),{handle:r}=e,i="member"===a?f("Make {handle} a member again",{handle:r}):a?f("Make {handle} {role}",{handle:r,role:Lo(a)}):f("Give the role");return J`
<p class="soft small">
${f("Moderators see reports and requests for help and can look into every room. Administrators look after the place and read no room.")}${" "}
${f(t?"You decide this alone. Everyone else who looks after the place is told, and can take it back for 72 hours.":"Giving one takes two administrators.")}
</p>
<${He}
words=${i}
sure=${"admin"===a?f("Yes, an administrator"):""}
keeps
ask=${async function({role:t}){let a={user_id:e.user_id,role:t},s=await n.step_up.withStepUp(()=>n.ask_http("role.propose",a));return s.ok&&await o(s.proposal),s}}
>
<label class="field">
<span>${f("What they are to be")}</span>
<select
name="role"
required
value=${a}
onChange=${e=>s(e.target.value)}
>
<option value="">${f("Choose …")}</option>
${Ia.filter(t=>t!==e.role).map(e=>J`<option key=${e} value=${e}>${Oo(e)}</option>`)}
</select>
</label>
<//>
`}function za({person:e,on_changed:t}){let o=fe(),n="frozen"!==e.state;async function a(){let a={user_id:e.user_id,frozen:n},s=await o.step_up.withStepUp(()=>o.ask_http("user.freeze",a));o.tellRefusal(s),s.ok&&o.tell(f(n?"The account is closed.":"The account is open again.")),await t()}return n?J`<${Pe}
words=${f("Close the account")}
sure=${f("Yes, close it")}
on_press=${a}
>
<p class="soft small">
${f("Nobody signs in to it any more, until it is opened again. What they wrote stays.")}
</p>
<//>`:J`<${Pe}
words=${f("Open the account again")}
sure=${f("Yes, open it")}
on_press=${a}
/>`}function Da({proposals:e,on_changed:t}){let o=fe(),{list:n,heading:a,leaves:s}=mo();if(0===e.length)return null;async function r(e,n){let a=await o.step_up.withStepUp(()=>o.ask_http(e,{proposal_id:n}));o.tellRefusal(a),s(),a.ok&&o.tell(f("Done.")),await t()}return J`
<h2 ref=${a} tabindex="-1">${f("To decide, or to know")}</h2>
<ul class="cards" ref=${n}>
${e.map(e=>J`<${Ha} key=${e.proposal_id} proposal=${e} decide=${r} />`)}
</ul>
`}function Ha({proposal:e,decide:t}){let o=fe(),{proposal_id:n,kind:a,user:s,proposer:r,state:i,due_at:l}=e,{me:c}=re.value,u=r?.user_id===c?.user_id,d=s.user_id===c?.user_id,p="admin"===c?.role,h="waiting"===i&&!d,$=p||"member"===e.role_before,m="role"===a&&"done"===i&&l>o.now()&&!d,w=h&&"role"===a&&p&&!u,g=h&&"restore"===a&&l>o.now()&&!u&&$,k=h&&("restore"===a||p),v=(e,o,a)=>J`<${Pe}
words=${o}
label=${`${o}: ${s.handle}`}
sure=${a}
on_press=${()=>t(e,n)}
/>`;return J`
<li class="card">
<p>${function({kind:e,user:t,role:o,proposer:n,state:a}){let s=n?n.handle:f("Someone who has left"),r=J`<b>${t.handle}</b>`;if("restore"===e)return y("{who} helps {handle} back into their account.",{who:s,handle:r});let i=Lo(o??"member");return y("done"===a||"undone"===a?"{who} made {handle} {role}.":"waiting"===a?"{who} proposes {handle} as {role}.":"{who} proposed {handle} as {role}.",{who:s,handle:r,role:i})}(e)}</p>
<p class="soft small">${function({kind:e,state:t,met:o,due_at:n},a){let s=ue(n,a);if("waiting"===t&&"role"===e)return f("Another administrator has to agree, by {at}.",{at:s});if("waiting"===t){let e=o>0?`${b("{count} of us met them.","{count} of us met them.",o)} `:"";return n<=a?`${e}${f("The code works now.")}`:`${e}${f("The code works from {at}, unless they stop it.",{at:s})}`}return"lapsed"===t?f("restore"===e?"The code was not used in time.":"Nobody decided in time."):"refused"===t?f("Stopped."):"stopped"===t?f("They stopped it: it was not them who asked."):"undone"===t?f("It was undone."):"restore"===e?f("They are back."):n>a?f("Done. It can be taken back until {at}.",{at:s}):f("Done.")}(e,o.now())}</p>
<div class="row">
${w&&v("proposal.approve",f("Agree"),f("Yes, I agree"))}
${g&&v("restore.confirm",f("I met them too"),f("Yes, I met them"))}
${k&&v("proposal.refuse",f("Stop it"),f("Yes, stop it"))}
${m&&v("proposal.undo",f("Take it back"),f("Yes, take it back"))}
</div>
</li>
`}var Ra=[["open",w("Open: anyone may come in by themselves")],["invite",w("By invitation: whoever was given a link")],["closed",w("Closed: nobody new comes in for now")]];function Pa({room:e,on_change:t,on_close:o}){let{name:n}=e,a=fo(e.closed);return J`
<li class="card" ref=${a}>
<h2 class="card-title">
${n}${e.closed&&J` <span class="tag">${f("closed")}</span>`}
</h2>
<p class="soft small">${f(We[e.access]??"")}</p>
<div class="row">
<button
type="button"
class="quiet"
aria-label=${f("Settings: {name}",{name:n})}
onClick=${t}
>
${f("Settings")}
</button>
${e.closed?J`<${Pe}
key="open"
words=${f("Open it again")}
label=${f("Open it again: {name}",{name:n})}
sure=${f("Yes, open it")}
on_press=${()=>o(!1)}
/>`:J`<${Pe}
key="close"
words=${f("Close it")}
label=${f("Close it: {name}",{name:n})}
sure=${f("Yes, close it")}
on_press=${()=>o(!0)}
>
<p class="soft small">
${f("Nobody writes in it or comes in any more. Whoever is in it can go on reading what is kept. It can be opened again.")}
</p>
<//>`}
</div>
</li>
`}var Ka=[{name:"people",icon:"people",title:w("People"),about:w("Who waits, what to decide, find someone"),part:function({overview:e,on_changed:t}){return J`
<${Ca} waiting=${e.waiting} on_changed=${t} />
<${Da} proposals=${e.proposals} on_changed=${t} />
<${qa} alone=${e.alone} on_changed=${t} />
<h2>${f("Who looks after this place")}</h2>
<ul class="people">
${e.staff.map(e=>J`<li key=${e.user.user_id} class="person">
<div class="person-row">
<span class="who">${e.user.handle}</span>
<span class="tag">${function(e){return f("admin"===e?"administrator":"moderator"===e?"moderator":"member")}(e.role)}</span>
${zo(e.state)&&J`<span class="tag">${zo(e.state)}</span>`}
${!e.proven&&J`<span class="tag">${f("not set up yet")}</span>`}
</div>
</li>`)}
</ul>
`}},{name:"invites",icon:"letter",title:w("Invitations"),about:w("A link or a flyer, to hand on"),part:Bo}],Ua=[{title:"",sections:[...Ka,{name:"record",icon:"clock",title:w("What I did"),part:ca}]}],Fa=[{title:w("Who is here"),sections:Ka},{title:w("The place"),sections:[{name:"rooms",icon:"room",title:w("Rooms"),about:w("Open, change and close them"),part:function(){let e=fe(),[t,o]=Z(null),[n,a]=Z(!1),{items:s,cursor:r,problem:i,known:l,load:c}=Pt(t=>e.ask_http("room.list",{cursor:t}),e=>e.rooms,[t,n]);return J`
<p>
<button type="button" class="main" onClick=${()=>a(!0)}>
${f("Open a new room")}
</button>
</p>
${i&&J`<p class="problem" role="alert">${i}</p>`}
${l&&0===s.length&&J`<p class="soft">${f("There are no rooms yet.")}</p>`}
<ul class="cards">
${s.map(({room:t})=>J`<${Pa}
key=${t.room_id}
room=${t}
on_change=${()=>o(t)}
on_close=${o=>{!async function({room_id:t,name:o},n){let a=await e.ask_http("room.update",{room_id:t,closed:n});e.tellRefusal(a),a.ok&&e.tell(f(n?"{name} is closed.":"{name} is open again.",{name:o})),await c(null)}(t,o)}}
/>`)}
</ul>
<${Rt} cursor=${r} words=${f("More rooms")} load=${c} />
${t&&J`<${Ao} room=${t} on_close=${()=>o(null)} />`}
${n&&J`<${Ao} room=${null} on_close=${()=>a(!1)} />`}
`}},{name:"door",icon:"door",title:w("New people"),about:w("Who may come in by themselves"),part:function({overview:e,on_changed:t}){let o=fe(),{site:n,instead:a}=pa();if(!n)return a;let s="open"===n.chosen&&!e.helplines_confirmed;return J`
<p class="lead">${function(e){return f("open"===e?"Anyone can come in by themselves.":"invite"===e?"New people come in by invitation.":"Nobody new comes in for now.")}(e.registration)}</p>
${s&&J`<p class="card">
${f("You chose an open door. It opens as soon as somebody has called the help lines that your people may need; until then people come in by invitation.")}${" "}
<a href="/app/care/help-lines">${f("Help lines")}</a>
</p>`}
<${He} words=${f("Save")} keeps ask=${async function({registration:e}){let n={registration:e},a=await o.step_up.withStepUp(()=>o.ask_http("site.set_registration",n));return a.ok&&await t(),a}} done=${()=>f("Saved.")}>
<fieldset>
<legend>${f("Who may make an account")}</legend>
${Ra.map(([e,t])=>J`<label key=${e} class="check">
<input
type="radio"
name="registration"
value=${e}
defaultChecked=${e===n.chosen}
/>
<span>${f(t)}</span>
</label>`)}
</fieldset>
<p class="soft small">
${f("You are asked once more who you are. People who are in stay in.")}
</p>
<//>
`}},{name:"face",icon:"sun",title:w("Name and colours"),about:w("What people see first"),part:function(){let{site:e,instead:t}=pa();return e?J`<${ma} site=${e} />`:t}},{name:"guidelines",icon:"book",title:w("Guidelines"),about:w("How we are with each other, in all rooms"),part:function(){let{site:e,instead:t}=pa();return e?J`<${va} site=${e} />`:t}},{name:"help-lines",icon:"help",title:w("Help lines"),about:w("Whose numbers come first, and our own"),part:function({overview:e,on_changed:t}){let{site:o,instead:n}=pa();return o?J`
<h2>${f("Whose lines come first")}</h2>
<${Sa} site=${o} on_changed=${t} />
<h2>${f("Call these")}</h2>
<${xa}
key=${JSON.stringify(o.own_lines)}
country=${o.help_country}
confirmed=${e.helplines_confirmed}
on_changed=${t}
/>
`:n}},{name:"record",icon:"clock",title:w("What was done"),about:w("By staff"),part:ca}]}];function Va(){let{account:e,me:t}=re.value,o=s(re.value);return aa(f("Looking after this place")),o&&e.proven?J`<${Qa} />`:t?J`<${Ba}>
${o?J`<${Ja} has=${e.second_factor} />`:J`<p>${f("This page is for those who look after the place.")}</p>`}
<//>`:J`<${Ba}>${Ga()}<//>`}function Ba({children:e}){return J`
<section class="page narrow" data-region>
<a class="back" href="/app">${f("All rooms")}</a>
<h1>${f("Looking after this place")}</h1>
${e}
</section>
`}function Ga(){return J`<${na} />`}function Ja({has:e}){return e?J`
<p>
${f("You came in here without the six digits from your app. Show them once, and this works.")}
</p>
<p><a class="button main" href="/step-up?to=/app/care">${f("Show them")}</a></p>
`:J`
<p>
${f("You look after this place. What you may do works once your account is kept by more than a passphrase: an app on your phone that shows six digits.")}
</p>
<p><a class="button main" href="/second-factor">${f("Set it up")}</a></p>
`}function Qa(){let{overview:e,problem:t,load:o}=function(){let e=fe(),[t,o]=Z(null),[n,a]=Z(""),s="up"===ie.value,r="offline"===ie.value||"down"===ie.value,{staff_new:i,site:l}=re.value;async function c(){let t=await e.ask_http("staff.overview",{});if(!t.ok)return a(_(t.error,e.now()));a(""),o(t),re.peek().staff_new&&se(e=>({...e,staff_new:0}))}let u=i>0,d=ee(null);return Q(()=>{let e=d.current!==l||u||""!==n;(s?e:r&&!t)&&(d.current=l,c())},[s,r,u,l]),{overview:t,problem:n,load:c}}(),n=t&&J`<p class="problem care-told" role="alert">${t}</p>`;if(!e)return J`<${Ba}>${n||Ga()}<//>`;let a=e.proposals.filter(e=>"waiting"===e.state).length;return J`
${n}
${e.unseen_reports>0&&J`<p class="problem care-told">${function({staff:e}){return e.some(e=>"moderator"===e.role&&"active"===e.state)?f("A report waits that no moderator can see. Name another moderator."):f("A report waits that no moderator can see. Name a moderator.")}(e)}</p>`}
<${sa}
title=${f("Looking after this place")}
lead=""
base=${"/app/care"}
groups=${"admin"===re.value.me?.role?Fa:Ua}
news=${{people:e.waiting.length+a}}
common=${{overview:e,on_changed:o}}
/>
`}var Xa={imminent:w("In danger now"),high:w("Grave"),medium:w("Today"),low:w("Worth a look")},Za=[["imminent",w("In danger now: an attempt, an overdose, a plan with means")],["high",w("Grave: a wish to die, violence, dangerous withdrawal")],["medium",w("Today: a relapse, strong craving, hopelessness")],["low",w("Worth a look")]],es=["low","medium","high","imminent"],ts={keyword:w("Software heard words of danger"),help_button:w("They asked to talk to someone"),concern:w("Someone here is worried about them"),report:w("A message of theirs was reported"),moderator:w("A moderator noticed something"),failed_screening:w("Software could not read this, so a person looks"),practice:w("To practise")},os={suicide:w("suicide"),self_harm:w("self-harm"),overdose:w("overdose"),relapse_craving:w("relapse or craving"),violence_abuse:w("violence or abuse"),medical:w("a medical danger"),drug_dealing:w("dealing"),body_brokering:w("patient brokering"),harassment:w("harassment"),doxxing:w("private details")},ns=Object.keys(os),as=[["talked",w("We talked")],["connected",w("Connected with help")],["handed_over",w("Handed over to others who help")],["unreachable",w("Could not be reached, after several tries")],["no_action",w("Nothing needed to be done")],["not_a_crisis",w("It was no crisis")]],ss={opened:w("It began: {detail}."),flag:w("One more reason: {detail}."),severity:w("Now counted as: {detail}."),claim:w("{who} claimed it."),release:w("{who} gave it back."),lapsed:w("The claim ran out. It waits again."),alerted:w("It rang: {detail}."),helper_silent:w("Whoever has it was silent: colleagues were asked to step in."),not_accepted:w("Nobody took it over in time. It stays where it is."),contact_overdue:w("The first words were late: it rang for whoever has it."),concern:w("{who} is worried about them."),note:w("{who} wrote down:"),widened:w("{who} looked at {detail} lines on either side."),contact:w("{who} wrote to them."),attempt:w("{who} tried to reach them."),hand_over:w("{who} asked somebody to go on."),accept:w("{who} took it over."),refuse:w("{who} could not take it over."),take_over:w("{who} stepped in."),stand_by:w("{who} asked somebody to stand by, or needs nobody any more."),propose:w("{who} proposes to close it: {detail}."),resolve:w("{who} closed it: {detail}."),review:w("{who} looked at how it went."),judge:w("{who} judged a reason: {detail}."),follow_up_due:w("Time to ask how they are."),message_deleted:w("They took a message of theirs back. What it said is kept here."),message_hidden:w("A message was taken out of sight. What it said is kept here."),left_room:w("They left a room."),erasing:w("They asked to be removed. The account can be kept for 72 hours."),kept:w("They stay after all.")},rs={on_duty:w("for whoever is on duty"),on_call:w("for whoever is on call"),outside:w("for administrators and outside"),colleagues:w("for colleagues"),owner:w("for whoever has it")},is=[[w("Who I am"),w("Hi {handle}, I am {me}. I look after this place, and I'm a person.")],[w("What I saw"),w("I read what you wrote, and I wanted to ask how you are.")],[w("Ask directly"),w("Are you thinking about ending your life? Whatever the answer is, you can tell me.")],[w("What helps now"),w("What would help right now, even a little?")],[w("A next step"),w("Shall we agree on one next step, and when I write to you again?")]];function ls(e){return f(Xa[e]??e)}function cs(e){let t=ts[e];return t?f(t):""}function us(e){let t=os[e];return t?f(t):e}function ds(e){let t=as.find(([t])=>t===e)?.[1];return f(t||"no outcome yet")}function ps(e,t){return"opened"===e||"flag"===e?cs(t)||t:"severity"===e?ls(t):"alerted"===e?t.split(" ").map(hs).join(", "):"judge"===e?f("right"===t?"right":"not right"):"resolve"===e||"propose"===e?ds(t.split(" ")[0]??""):t}function hs(e){return f(rs[e]??e)}function $s({state:e}){return"claimed"===e||"in_contact"===e}function ms(e){return"open"===e.state||$s(e)}function fs({lease_until:e},t){return null!==e&&e<=t}function ws({flags:e}){return e>1?b("{count} reason","{count} reasons",e):""}function gs(e,t,o){let n=$s(e)&&e.owner?.user_id===t,a=fs(e,o);return{mine:n,asked:$s(e)&&e.handed_to?.user_id===t,claim:"open"===e.state||"claimed"===e.state&&!n&&a,step_in:"in_contact"===e.state&&!n&&(e.relief_wanted||a),agree:e.closing&&$s(e)&&!n,review:"resolved"===e.state,raise:ms(e)&&es.indexOf(e.severity)<es.length-1,stand_by:$s(e)&&e.standing_by?.user_id===t}}function ys(e){return`/app/follow-up/${e}`}function bs(){let e=fe(),[t,o]=Z(null),[n,a]=Z(""),{appeals_new:s}=re.value,r="up"===ie.value;async function i(){let t=await e.ask("appeal.list",{});if(!t.ok)return a(_(t.error,e.now()));a(""),o(t.appeals),se(e=>({...e,appeals_new:t.appeals.length}))}async function l({appeal_id:t},o){let n=await e.ask("appeal.decide",{appeal_id:t,outcome:o});e.tellRefusal(n),n.ok&&me.say(f("Decided. They are told.")),await i()}return Q(()=>{r&&i()},[r,s]),J`
<div class="narrow">
<p class="soft">
${f("Whoever decided something does not decide about it again, while somebody else can.")}
</p>
${n&&J`<p class="problem" role="alert">${n}</p>`}
${0===t?.length&&J`<${$t} picture="house" words=${f("Nobody asks for another look.")} />`}
<ul class="cards">
${t?.map(t=>J`<li class="card" key=${t.appeal_id}>
<p>
<b>${t.person.handle}</b>${" "}
<span class="soft">${ue(t.at,e.now())}</span>
</p>
<p class="small">${Je(t.sanction,e.now())}</p>
<blockquote class="words" dir="auto">${t.words}</blockquote>
${t.may_decide?J`<div class="row">
<${Pe}
words=${f("Take it back")}
label=${f("Take it back for {handle}",t.person)}
sure=${f("Yes, take it back")}
on_press=${()=>{l(t,"lifted")}}
/>
<${Pe}
words=${f("Leave it as it is")}
label=${f("Leave it as it is for {handle}",t.person)}
sure=${f("Yes, leave it as it is")}
on_press=${()=>{l(t,"upheld")}}
/>
</div>`:J`<p class="soft small">
${f("You decided this yourself: somebody else looks at it now.")}
</p>`}
</li>`)}
</ul>
</div>
`}function ks({box:e,keys:t,on_claim:o}){let n=fe();function a(t){let o=[...e.current?.querySelectorAll(".case-link")??[]].filter(e=>e.getClientRects().length>0),n=e.current?.querySelector('.case-link[aria-current="page"]'),a=document.activeElement?.closest(".case-link")??n,s=o.findIndex(e=>e===a),r=-1===s?t>0?0:o.length-1:s+t;o[Math.max(0,Math.min(o.length-1,r))]?.focus()}function s(e){if(e.defaultPrevented||e.isComposing||!le.peek().single_keys||e.ctrlKey||e.metaKey||e.altKey||e.target instanceof Element&&e.target.closest("input, textarea, select, [contenteditable], dialog")||document.querySelector("dialog[open]")||e.target instanceof Element&&e.target.closest('[role="log"]'))return;let s=function({key:e,target:s}){let r=e.toLowerCase();if("j"===r)return()=>a(1);if("k"===r)return()=>a(-1);if("?"===e&&!vt(s))return()=>At("shortcuts");if("z"===r)return()=>{!async function(e){let t=Oe;if(!t||Date.now()-t.at>3e5)return void e.tell(f("There is nothing of yours to take back here."));let o="hide"===t.deed.what?await e.ask("message.show_again",{message_id:t.deed.message_id}):await e.ask("sanction.take_back",{sanction_id:t.sanction_id,reason:"mistake"});if(!o.ok)return e.tellRefusal(o);Oe=null,e.tell(f("Taken back."))}(n)};let i=(s instanceof Element?s.closest(".case-link"):null)?.getAttribute("data-case");return"c"===r&&i?()=>o(i):t.current[r]}(e);s&&(e.preventDefault(),s())}return Q(()=>(addEventListener("keydown",s),()=>removeEventListener("keydown",s))),null}var vs={ban:w("Kept out"),mute:w("Only reading"),warn:w("Warned"),warning:w("Warned"),remove:w("Taken out of a room")};function _s({opened:e}){let t=fe(),{person:o,since:n,state:a,past:s,sanctions:r}=e.card,i=t.now();return J`
<section class="case-part">
<h2>${f("The person")}</h2>
<p class="case-person">
<${io} user_id=${o.user_id} />
<span>
<b>${o.handle}</b><br />
<span class="soft small">
${[f("first here: {day}",{day:he(n,i)}),zo(a)].filter(Boolean).join(" · ")}
</span>
</span>
</p>
<h3>${f("Followed up before")}</h3>
${0===s.length&&J`<p class="soft small">${f("Never.")}</p>`}
<ul class="plain-list small">
${s.map(e=>J`<li key=${e.case_id}>
<a href=${ys(e.case_id)}>${ue(e.opened_at,i)}</a>:${" "}
${[ls(e.severity),e.category&&us(e.category),ds(e.outcome)].filter(Boolean).join(", ")}
</li>`)}
</ul>
${r.length>0&&J`<h3>${f("Decided before")}</h3>`}
<ul class="plain-list small">
${r.map((e,t)=>J`<li key=${t}>${function({kind:e,given_at:t,until:o,lifted_at:n},a){let s=vs[e],r=s?f(s):e,i=ue(t,a);return null!==n?f("{what}, {on}; lifted since",{what:r,on:i}):null===o?f("{what}, {on}",{what:r,on:i}):f("{what}, {on}, until {until}",{what:r,on:i,until:ue(o,a)})}(e,i)}</li>`)}
</ul>
</section>
`}function Ms({opened:e,on_noted:t}){let o=fe(),{entries:n}=e,{case_id:a}=e.case;return J`
<section class="case-part">
<h2>${f("What was done")}</h2>
<ol class="case-entries">
${n.map(e=>J`<${Ss} key=${e.number} entry=${e} now=${o.now()} />`)}
</ol>
<${He} words=${f("Write it down")} kind="quiet" done=${()=>f("Written down.")} ask=${async function({note:e=""}){let n=await o.ask("case.note",{case_id:a,note:e});return n.ok&&t(),n}}>
<label class="field">
<span>${f("A note for those who follow up")}</span>
<textarea name="note" rows="2" maxlength=${2e3} required data-note></textarea>
</label>
<//>
</section>
`}function Ss({entry:e,now:t}){return J`<li>
<span class="soft small">${ue(e.at,t)}</span>${" "}
<span>${function({what:e,actor:t,detail:o}){let n=t?.handle??f("Someone who has looked after this place");if("answered"===e)return function(e){return f("yes"===e?"They would like one of us to write.":"They would rather not be written to just now.")}(o);if("alerted"===e&&"overdue"===o)return f("Nobody had claimed it in time. It is listed as overdue.");let a=ss[e];return a?f(a,{who:n,detail:ps(e,o)}):t?f("{who} did what this page has no words for yet.",{who:n}):e}(e)}</span>
${e.note&&J`<p class="as-written" dir="auto">${e.note}</p>`}
</li>`}function xs(e,t){let o=Array.isArray(e?.templates)?e.templates:[];return{owner:t,blur:!0===e?.blur,sound:!0===e?.sound,templates:o.filter(e=>"string"==typeof e).slice(0,12)}}var Ts=W(xs(null,"")),Cs=e=>`${I(e)}desk`;function As(e,t,o){Ts.value=xs({...Ts.peek(),...o},t),e.set(Cs(t),Ts.peek())}function Ws({case_id:e,handle:t,label:o,words:n,focus:a=0,ask:s,children:r}){let i=fe(),l=re.value.me?.user_id??"",c=`case-${e}`,[u,d]=Z(()=>i.drafts.read(l,c).body),p=ee(Nt()),h=ee(null);function $(e){d(e),i.drafts.keep(l,c,{body:e})}return Q(()=>{a>0&&h.current?.focus()},[a]),J`
<${He} words=${n} keeps ask=${async function(){let e=await s(u,p.current);return e.ok&&(p.current=Nt(),$("")),e}}>
${r}
<label class="field">
<span>${o}</span>
<textarea
ref=${h}
rows="4"
maxlength=${4e3}
required
value=${u}
dir="auto"
onInput=${e=>$(e.target.value)}
></textarea>
</label>
<${Is} handle=${t} body=${u} add=${function(e){$([u.trimEnd(),e].filter(Boolean).join("\n")),h.current?.focus()}} />
<//>
`}function Is({handle:e,body:t=null,add:o}){let n=fe(),a=re.value.me,s=a?.user_id??"",{templates:r}=Ts.value,i=e=>As(n.device,s,{templates:e});return J`
<details class="beginnings">
<summary>${f("What to say")}</summary>
<ol class="prompts">
${is.map(([t,n])=>{let s=f(n,{handle:e,me:a?.handle??""});return J`<li key=${t}>
<button type="button" class="quiet prompt" onClick=${()=>o(s)}>
<span><b>${f(t)}</b><br /><span class="small">${s}</span></span>
</button>
</li>`})}
</ol>
<h3>${f("In my own words")}</h3>
<p class="soft small">${f("Kept on this device alone, until you sign out.")}</p>
<ul class="prompts">
${r.map(e=>J`<li key=${e} class="own-words">
<button type="button" class="quiet prompt" onClick=${()=>o(e)}>
<span class="as-written">${e}</span>
</button>
<button
type="button"
class="plain"
aria-label=${f("Forget these words: {words}",{words:e.slice(0,40)})}
onClick=${()=>i(r.filter(t=>t!==e))}
>
${f("Forget")}
</button>
</li>`)}
</ul>
${null!==t&&J`<button
type="button"
class="plain"
disabled=${!t.trim()}
onClick=${()=>{i(function(e,t){let o=t.trim().slice(0,1e3);return!o||e.includes(o)?e:[...e,o].slice(-12)}(r,t)),n.tell(f("Kept for the next time."))}}
>
${f("Keep what I have written for the next time")}
</button>`}
</details>
`}var qs=2e3;function Ns(e,t){return e.ok&&t(e.case),e}function js({my_id:e,none:t=""}){let o=fe(),[n,a]=Z([]);return Q(()=>{o.ask("rota.list",{}).then(t=>{if(!t.ok)return;let o=new Map(t.shifts.map(({person:e})=>[e.user_id,e]));o.delete(e),a([...o.values()])})},[]),J`
${n.length>0&&J`<label class="field">
<span>${f("Whom")}</span>
<select name="to">
${n.map(e=>J`<option value=${e.user_id}>${e.handle}</option>`)}
<option value="">${t||f("Somebody else")}</option>
</select>
</label>`}
<label class="field">
<span>
${n.length>0?f("Or another, by their name here"):f("Their name here")}
</span>
<input name="handle" autocomplete="off" autocapitalize="none" spellcheck=${!1} />
</label>
`}function Ys(){let e=fe();return async({to:t="",handle:o=""})=>{if(!o.trim())return{ok:!0,user_id:t};let n=await e.ask_http("user.find",{handle:o.trim()});return n.ok?{ok:!0,user_id:n.user.user_id}:("not_found"===n.error.code&&(n.error.message=f("Nobody here has that name.")),n)}}function Es({opened:e,on_done:t,my_id:o}){let n=fe(),a=Ys(),{case_id:s}=e.case;return J`
<${Ue} title=${f("Hand over")} on_close=${()=>t(null)}>
<p class="soft small">${f("You keep it until they have taken it.")}</p>
<${He} words=${f("Ask them")} ask=${async function(e){let o=await a(e);if(!o.ok)return o;let r={case_id:s,to:o.user_id,summary:e.summary??""};return Ns(await n.ask("case.hand_over",r),t)}}>
<${js} my_id=${o} />
<label class="field">
<span>${f("What they have to know")}</span>
<textarea name="summary" rows="4" maxlength=${qs} required></textarea>
</label>
<//>
<//>
`}function Ls({opened:e,on_done:t,my_id:o}){let n=fe(),a=Ys(),{case_id:s}=e.case;return J`
<${Ue} title=${f("Somebody beside you")} on_close=${()=>t(null)}>
<p class="soft small">
${f("They see this case among what they are asked for. You go on; they are there for you.")}
</p>
<${He} words=${f("Ask them")} ask=${async function(e){let o=await a(e);return o.ok?Ns(await n.ask("case.stand_by",{case_id:s,to:o.user_id||null}),t):o}}>
<${js} my_id=${o} none=${f("Nobody any more")} />
<//>
<//>
`}function Os({opened:e,on_done:t,handed:o=!1}){let n=fe(),{case_id:a,person:s,owner:r}=e.case;return J`
<${Ue} title=${f("Go on with them")} on_close=${()=>t(null)}>
<p class="soft small">
${f("{handle} hears by name that you go on. Begin with a few words of your own.",{handle:s.handle})}
${r&&f("Until now it was {handle}.",{handle:r.handle})}
</p>
<${Ws}
case_id=${a}
handle=${s.handle}
label=${f("Your first words to {handle}",{handle:s.handle})}
words=${f("Take it over")}
focus=${1}
ask=${async(e,s)=>Ns(await n.ask(o?"case.accept":"case.take_over",{case_id:a,nonce:s,body:e}),t)}
/>
<//>
`}function zs({opened:e,on_done:t,on_closed:o}){let n=fe(),{case_id:a,closing:s,outcome:r,owner:i,severity:l,kind:c}=e.case,u="imminent"===l&&"real"===c;return J`
<${Ue} title=${f("Close it")} on_close=${()=>t(null)}>
${s&&J`<p>
${f("{handle} proposes: {outcome}.",{handle:i?.handle??f("Someone"),outcome:ds(r)})}
</p>`}
${u&&!s&&J`<p class="soft small">
${f("Where somebody was in danger, two people close. You propose, another agrees.")}
</p>`}
<${He} words=${f(s?"Agree and close":"Close it")} ask=${async function(e){let i=e.hours??"",l={case_id:a,outcome:s?r:e.outcome,...""===i?{}:{follow_up_in_h:Number(i)}},c=await n.ask("case.resolve",l);return c.ok&&(t(c.case),"resolved"===c.case.state&&o(c.debrief)),c}}>
${!s&&J`<label class="field">
<span>${f("What came of it")}</span>
<select name="outcome" required>
<option value="">${f("Choose …")}</option>
${as.map(([e,t])=>J`<option value=${e}>${f(t)}</option>`)}
</select>
</label>
<label class="field">
<span>${f("Ask again how they are")}</span>
<select name="hours">
<option value="">${f("As usual for how grave it was")}</option>
<option value="24">${f("After a day")}</option>
<option value="48">${f("After two days")}</option>
<option value="72">${f("After three days")}</option>
<option value="168">${f("After a week")}</option>
<option value="0">${f("Not again")}</option>
</select>
</label>`}
<//>
<//>
`}function Ds({opened:e,on_done:t}){let o=fe(),{case_id:n}=e.case;return J`
<${Ue} title=${f("I tried to reach them")} on_close=${()=>t(null)}>
<${He}
words=${f("Write it down")}
ask=${async({note:e=""})=>Ns(await o.ask("case.attempt",{case_id:n,note:e}),t)}
>
<label class="field">
<span>${f("How, and what came of it")}</span>
<textarea name="note" rows="3" maxlength=${qs}></textarea>
</label>
<//>
<//>
`}function Hs({opened:e,on_done:t}){let o=fe(),{severity:n,person:a}=e.case;return J`
<${Ue} title=${f("It is graver")} on_close=${()=>t(null)}>
<p class="soft small">${f("It never falls again while it runs. Those on duty are told.")}</p>
<${He} words=${f("Say so")} ask=${async function(e){let n={user_id:a.user_id,severity:e.severity,note:e.note??""};return Ns(await o.ask("case.raise",n),t)}}>
<label class="field">
<span>${f("How grave")}</span>
<select name="severity">
${function(e){return Za.filter(([t])=>es.indexOf(t)>es.indexOf(e))}(n).map(([e,t])=>J`<option value=${e}>${f(t)}</option>`)}
</select>
</label>
<label class="field">
<span>${f("Why")}</span>
<textarea name="note" rows="2" maxlength=${qs} required></textarea>
</label>
<//>
<//>
`}function Rs({on_done:e,message_id:t}){let o=fe();return J`
<${Ue} title=${f("Take the message out of sight")} on_close=${()=>e(null)}>
<p class="soft small">
${f("What they wrote stays in this case. They are told the reason, not who decided.")}
</p>
<${He} words=${f("Take it out of sight")} ask=${async function({reason:n}){let a=await o.ask("message.hide",{message_id:t,reason:n});return a.ok&&(ze(o,{what:"hide",message_id:t}),o.tell(f("Out of sight.")),e(null)),a}}>
<${Ks} first=${"method_detail"} />
<//>
<//>
`}function Ps({opened:e,on_done:t,room_id:o}){let n=fe(),{user_id:a,handle:s}=e.case.person;return J`
<${Ue} title=${f("Let them only read for a while")} on_close=${()=>t(null)}>
<p class="soft small">
${f("Not for words of danger: whoever is in need is not silenced. It is for what hurts others.")}
</p>
<${He} words=${f("Let them only read")} ask=${async function({reason:e,mute_s:r}){let i=await n.ask("room.mute",{room_id:o,user_id:a,mute_s:Number(r),reason:e});return i.ok&&(ze(n,{what:"sanction",user_id:a}),n.tell(f("{handle} can read along there, and still write to you.",{handle:s})),t(null)),i}}>
<label class="field">
<span>${f("How long")}</span>
<select name="mute_s">
<option value="900">${f("15 minutes")}</option>
<option value="86400">${f("A day")}</option>
</select>
</label>
<${Ks} />
<//>
<//>
`}function Ks({first:e=""}){let[t,o]=Z(e);return J`<label class="field">
<span>${f("Why")}</span>
<select
name="reason"
required
value=${t}
onChange=${e=>o(e.target.value)}
>
<option value="">${f("Choose …")}</option>
${xe.map(([e,t])=>J`<option value=${e}>${f(t)}</option>`)}
</select>
</label>`}function Us(e){let{opened:t,my_id:o,now:n,keys:a,on_write:s,on_done:r,on_closed:i}=e,l=fe(),c=t.case,{case_id:u}=c,d=gs(c,o,n),[p,h]=Z(""),[$,m]=Z(!1),w=t.flags.find(e=>null!==e.message_id),g=null!==c.contacted_at;async function y(e,t){m(!0);let o=await e;m(!1),l.tellRefusal(o),o.ok&&(me.say(t),r(o.case))}let b=()=>y(l.ask("case.claim",{case_id:u}),f("You have it now.")),k=()=>g?h("accept"):y(l.ask("case.accept",{case_id:u}),f("You have it now.")),v={};d.claim?v.c=()=>{b()}:d.asked?v.c=()=>{k()}:d.step_in&&(v.c=()=>h("take_over")),d.mine&&(v.r=s),d.mine&&(v.o=()=>h("hand_over")),(d.mine||d.agree)&&(v.x=()=>h("resolve")),d.raise&&(v.e=()=>h("raise")),w?.message_id&&(v.h=()=>h("hide")),w?.room_id&&(v.m=()=>h("mute")),Q(()=>(a.current=v,()=>{a.current={}}));let _=e=>()=>h(e),M={opened:t,on_done:function(e){h(""),e&&r(e)}};return J`
<div class="case-doing" data-region role="group" aria-label=${f("What can be done")}>
${d.claim&&J`<button type="button" class="main" disabled=${$} onClick=${b}>
${f("Claim it")}
</button>`}
${d.asked&&J`<button type="button" class="main" disabled=${$} onClick=${k}>
${f("Take it over")}
</button>
<button type="button" class="quiet" disabled=${$} onClick=${()=>y(l.ask("case.refuse",{case_id:u}),f("It stays where it was."))}>
${f("I can't just now")}
</button>`}
${d.step_in&&J`<button type="button" class="main" onClick=${_("take_over")}>
${f("Step in")}
</button>`}
${d.agree&&J`<button type="button" class="main" onClick=${_("resolve")}>
${f("Agree: {outcome}",{outcome:ds(c.outcome)})}
</button>`}
${d.mine&&J`<button type="button" class="main" onClick=${s}>
${c.room_id?f("Go on writing"):f("Write to them")}
</button>
<button type="button" class="quiet" onClick=${_("hand_over")}>
${f("Hand over")}
</button>
<button type="button" class="quiet" onClick=${_("resolve")}>${f("Close it")}</button>`}
${d.review&&J`<button type="button" class="main" disabled=${$} onClick=${()=>y(l.ask("case.review",{case_id:u}),f("Looked at."))}>
${f("I looked at how it went")}
</button>`}
${d.stand_by&&J`<button type="button" class="quiet" disabled=${$} onClick=${()=>y(l.ask("case.stand_by",{case_id:u,to:null}),f("You no longer stand by."))}>
${f("I no longer stand by")}
</button>`}
${(ms(c)||w)&&J`<button type="button" class="plain" aria-haspopup="dialog" onClick=${_("more")}>
${f("More")}
</button>`}
</div>
${"more"===p&&J`<${Ue} title=${f("What can be done")} kind="sheet" on_close=${()=>h("")}>
<${Dt}>
${d.mine&&J`<${Ht} icon="phone" on_press=${_("attempt")}>
${f("I tried to reach them")}<//
>
<${Ht} icon="people" on_press=${_("stand_by")}>
${f("Ask somebody to stand by me")}<//
>
<${Ht} icon="take_back" on_press=${()=>{h(""),y(l.ask("case.release",{case_id:u}),f("Given back. Nobody asks why."))}}>
${f("Give it back, no reason needed")}<//
>`}
${d.raise&&J`<${Ht} icon="warning" on_press=${_("raise")}>${f("It is graver")}<//>`}
${w?.message_id&&J`<${Ht} icon="hide" on_press=${_("hide")}>
${f("Take the message out of sight")}<//
>`}
${w?.room_id&&J`<${Ht} icon="block" on_press=${_("mute")}>
${f("Let them only read in that room for a while")}<//
>`}
<${Ht} icon="shield" on_press=${_("decide")}>
${f("Decide something about them")}<//
>
<//>
<//>`}
${"decide"===p&&J`<${Fe}
person=${c.person}
room_id=${w?.room_id??null}
room_name=${null}
on_close=${()=>h("")}
/>`}
${"hand_over"===p&&J`<${Es} ...${M} my_id=${o} />`}
${"accept"===p&&J`<${Os} ...${M} handed />`}
${"take_over"===p&&J`<${Os} ...${M} />`}
${"resolve"===p&&J`<${zs} ...${M} on_closed=${i} />`}
${"attempt"===p&&J`<${Ds} ...${M} />`}
${"stand_by"===p&&J`<${Ls} ...${M} my_id=${o} />`}
${"raise"===p&&J`<${Hs} ...${M} />`}
${"hide"===p&&w?.message_id&&J`<${Rs} ...${M} message_id=${w.message_id} />`}
${"mute"===p&&w?.room_id&&J`<${Ps} ...${M} room_id=${w.room_id} />`}
`}function Fs({severity:e}){return J`<span class=${`severity ${e}`}>
<${Lt} name=${"imminent"===e||"high"===e?"warning":"clock"} />${ls(e)}
</span>`}function Vs({row:e,now:t}){let{words:o,late:n}=function(e,t){if("open"===e.state){let o=e.claim_by-t;return o>0?{words:f("claim within {duration}",{duration:T(o)}),late:!1}:{words:f("overdue by {duration}",{duration:T(-o)}),late:!0}}if("claimed"===e.state){let o=e.contact_by-t;return o>0?{words:f("write within {duration}",{duration:T(o)}),late:!1}:{words:f("first words late by {duration}",{duration:T(-o)}),late:!0}}return"in_contact"===e.state?{words:f("in contact"),late:fs(e,t)}:{words:ds(e.outcome),late:!1}}(e,t);return J`<span class=${n?"case-due late":"case-due"}>
${n&&J`<${Lt} name="bell" />`}${o}
</span>`}function Bs({row:e}){return J`
${"practice"===e.kind&&J`<span class="tag">${f("practice")}</span>`}
${e.follow_up&&J`<span class="tag">${f("follow-up")}</span>`}
${e.relief_wanted&&J`<span class="tag">${f("asks for relief")}</span>`}
${e.closing&&J`<span class="tag">${f("a second person is asked")}</span>`}
${e.solo&&J`<span class="tag">${f("closed alone")}</span>`}
`}var Gs=[10,25,50];function Js({children:e}){let[t,o]=Z(!1);return Ts.value.blur?J`
<div class=${t?null:"veiled"} inert=${!t}>${e}</div>
<button type="button" class="quiet" aria-expanded=${t} onClick=${()=>o(!t)}>
${f(t?"Blur the words again":"Show the words")}
</button>
`:e}function Qs({opened:e,on_judged:t}){let{flags:o,more_flags:n}=e;return J`
<section class="case-part">
<h2>${f("Why it is here")}</h2>
${o.map(e=>J`<${Xs}
key=${e.flag_id}
flag=${e}
on_judged=${t}
/>`)}
${n&&J`<p class="soft small">${f("There are older reasons as well.")}</p>`}
</section>
`}function Xs({flag:e,on_judged:t}){let o=fe(),n=ue(e.at,o.now()),a=e.hits.filter(e=>!e.in_warning),s=e.hits.filter(e=>e.in_warning);return J`
<div class="reason">
<p>
<b>${cs(e.source)}</b>${" "}
<span class="soft small">${function({room_name:e,raised_by:t},o){return e&&t?f("in {room}, {at}, from {handle}",{room:e,at:o,handle:t.handle}):e?f("in {room}, {at}",{room:e,at:o}):t?f("{at}, from {handle}",{at:o,handle:t.handle}):o}(e,n)}</span>
</p>
<${Js}>
${e.warning&&J`<p class="soft" dir="auto">
${y("Content warning: {warning}",{warning:J`<${Zs} words=${e.warning} hits=${s} />`})}
</p>`}
${e.body?J`<blockquote class="words" dir="auto">
<${Zs} words=${e.body} hits=${a} />
</blockquote>`:J`<p class="soft">${f("No words were added.")}</p>`}
<//>
${e.fault&&J`<p class="soft small">${f("What went wrong: {fault}",{fault:e.fault})}</p>`}
${e.hits.length>0&&J`<${er} flag=${e} />`}
${e.hits.length>0&&J`<${tr} flag=${e} on_judged=${t} />`}
</div>
`}function Zs({words:e,hits:t}){return function(e,t){let o=t.map(({start:t,end:o})=>[Math.max(0,t),Math.min(e.length,o)]).filter(([e=0,t=0])=>e<t).sort(([e=0],[t=0])=>e-t),n=[],a=0;for(let[t=0,s=0]of o){if(s<=a)continue;let o=Math.max(t,a),r=n.at(-1);o>a&&n.push({words:e.slice(a,o),heard:!1}),o===a&&r?.heard?r.words+=e.slice(o,s):n.push({words:e.slice(o,s),heard:!0}),a=s}return a<e.length&&n.push({words:e.slice(a),heard:!1}),n}(e,t).map((e,t)=>e.heard?J`<mark key=${t}>${e.words}</mark>`:e.words)}function er({flag:e}){return J`
<details>
<summary>${f("Why this was heard")}</summary>
<ul class="plain-list">
${e.hits.map((e,t)=>J`<li key=${t}>
${y("{term}: {category}, {severity}",{term:J`<code>${e.term}</code>`,category:us(e.category),severity:ls(e.severity)})}
${e.why.length>0&&J`<br /><span class="soft small">${e.why.join(" · ")}</span>`}
</li>`)}
</ul>
${e.list_version&&J`<p class="soft small">
${f("Version of the list: {version}",{version:e.list_version})}
</p>`}
</details>
`}function tr({flag:e,on_judged:t}){let o=fe();async function n(n){let a=await o.ask("flag.judge",{flag_id:e.flag_id,verdict:n});o.tellRefusal(a),a.ok&&t()}return J`
<div class="row" role="group" aria-label=${f("Was it a reason to look?")}>
<span class="small">${f("Was it a reason to look?")}</span>
<button
type="button"
class="quiet"
aria-pressed=${"right"===e.verdict}
onClick=${()=>{n("right")}}
>
${f("Right")}
</button>
<button
type="button"
class="quiet"
aria-pressed=${"wrong"===e.verdict}
onClick=${()=>{n("wrong")}}
>
${f("Not right")}
</button>
</div>
`}function or({opened:e,on_widened:t}){let o=fe(),n=e.flags.find(e=>null!==e.room_id&&null!==e.seq),[a,s]=Z(null),[r,i]=Z(0),[l,c]=Z("");if(!n)return null;let u=a?.messages??e.context,d=r<Gs.length&&(null===a||a.older||a.newer);return J`
<section class="case-part">
<h2>${f("What was said around it")}</h2>
${0===u.length&&J`<p class="soft">${f("None of it is there any more.")}</p>`}
<${Js}>
<ol class="around">
${u.map(t=>J`<${nr}
key=${t.message_id}
said=${t}
flagged=${t.message_id===n.message_id}
person_id=${e.case.person.user_id}
/>`)}
</ol>
<//>
${l&&J`<p class="problem" role="alert">${l}</p>`}
<div class="row">
${d&&J`<button type="button" class="quiet" onClick=${()=>{!async function(){let a=Gs[r]??50,l={case_id:e.case.case_id,flag_id:n?.flag_id??"",lines:a},u=await o.ask("case.widen",l);if(!u.ok)return c(_(u.error,o.now()));c(""),s(u),i(r+1),t()}()}}>
${f("More lines around it")}
</button>`}
${n.room_id&&n.message_id&&J`<a class="button plain" href=${ne(n.room_id,n.message_id)}>
${f("Show it in its room")}
</a>`}
</div>
${d&&J`<p class="soft small">${f("That you looked further is written down.")}</p>`}
</section>
`}function nr({said:e,flagged:t,person_id:o}){let n=e.author?.user_id===o;return J`
<li class=${`said ${n?"theirs":""} ${t?"flagged":""}`}>
<span class="small">
<b>${e.author?.handle??f("Someone")}</b>${" "}
<time title=${de(e.at)} class="soft">${pe(e.at)}</time>
${t&&J` <span class="tag">${f("this one")}</span>`}
</span>
<span class="words as-written" dir="auto">
${"posted"===e.state?e.body:f("Taken back, or out of sight.")}
</span>
</li>
`}import{aE as ar}from"./main-1e4a334e76.js";import{aH as sr}from"./main-1e4a334e76.js";import{aI as rr}from"./main-1e4a334e76.js";var ir=St(async()=>(await(import("./later-1e4a334e76.js"))).MessageActions);function lr({room_id:e,handle:t,focus:o}){let n=fe(),a=re.value,s=a.timeline?.room_id===e?a.timeline:null,r=a.me?.user_id??"",[i,l]=Z(""),[c,d]=Z(null),[p,$]=Z(0),m=ee(e=>l(e.message_id));if(Q(()=>(n.session.open(e),()=>{n.typing.stopped(),n.session.close(e),n.reading.release(e)}),[e]),"refused"===s?.phase)return J`<p class="soft">${s.refusal?.message}</p>`;if(!s?.room)return J`<p class="soft" role="status">${f("One moment …")}</p>`;let w=i?u(s,i):null,g=w?.author?.user_id===r;return J`
<div class="case-talk room">
<${rr}
timeline=${s}
pending=${ar(ce.value,s,r)}
my_id=${r}
unread=${a.rooms[e]?.unread??0}
on_act=${m.current}
/>
<div class="foot">
<p class="typing soft small">
${C(h(s,r,n.typing.isWriting(e)))}
</p>
${s.room.closed?J`<p class="composer read-only">${f("This talk has ended. It can still be read.")}</p>`:J`<${sr}
key=${p}
timeline=${s}
my_id=${r}
reply=${c}
focus=${o+p}
on_reply=${d}
on_edit_last=${()=>{}}
/>`}
</div>
</div>
${!s.room.closed&&J`<${Is} handle=${t} add=${function(t){let o=n.drafts.read(r,e),a=[o.body.trimEnd(),t].filter(Boolean).join("\n");n.drafts.keep(r,e,{...o,body:a}),$(p+1)}} />`}
${"posted"===w?.state&&J`<${ir}
message=${w}
room_id=${e}
mine=${g}
keeper=${!1}
can_write=${!s.room.closed}
can_react=${!s.room.closed}
is_in=${!0}
pinned=${!1}
saved=${!0===s.my_saved[w.message_id]}
my_reactions=${s.my_reactions[w.message_id]??[]}
on_close=${()=>l("")}
on_missing=${()=>l("")}
on_reply=${()=>d({message_id:w.message_id,seq:w.seq})}
on_edit=${()=>n.router.go(oe(e))}
/>`}
`}function cr({case_id:e,my_id:t,now:o,keys:n}){let{opened:a,problem:s,look:r,done:i}=function(e){let t=fe(),[o,n]=Z(null),[a,s]=Z(""),r=ee(0),i=ee(0),l=ee(0),c="up"===ie.value,{nth:u,case_id:d}=F.value;async function p(){let o=++r.current;i.current=Date.now();let a=await t.ask("case.open",{case_id:e});if(o!==r.current)return;if(!a.ok)return s(_(a.error,t.now()));s(""),n(a);let{newest_at:c}=a.case;l.current&&c>l.current&&me.say(f("There is more in this case.")),l.current=c}return Q(()=>{c&&p()},[c,e]),Q(()=>{if(d!==e)return;let t=Date.now()-i.current,o=setTimeout(()=>{p()},Math.max(400,4e3-t));return()=>clearTimeout(o)},[u]),{opened:o,problem:a,look:p,done:function(e){n(t=>t&&{...t,case:e}),p()}}}(e),l=a?.case??null,c=null!==l&&gs(l,t,o).mine,[u,d]=Z(0),[p,h]=Z(!1),$=function(e){let t=ee(null),o=ee(!0);return Q(()=>{let e=document.activeElement,n=!e||e===document.body||"main"===e.id||e===t.current,a=o.current&&null!==e?.closest(".case-link, .plain-list a");o.current=!1,(n||a)&&"starting"!==ie.peek()&&t.current?.focus({preventScroll:!0})},[e]),t}(null!==a);aa(f("A case")),function(e,t){let o=fe(),n=e?.case_id??"";Q(()=>{if(!t)return;let e=Date.now(),a=()=>{Date.now()-e<6e4||(e=Date.now(),o.ask("case.renew",{case_id:n}))},s=["keydown","pointerdown","wheel","touchmove"];for(let e of s)addEventListener(e,a,{passive:!0});return()=>{for(let e of s)removeEventListener(e,a)}},[t,n])}(l,c);let m=J`<a class="back phone-only" href="/app/follow-up">${f("The queue")}</a>`;if(!a||!l)return J`<article class="case">
${m}
<h1 ref=${$} tabindex="-1">${f("A case")}</h1>
${s?J`<p class="problem" role="alert">${s}</p>`:J`<${na} />`}
</article>`;let{person:w}=l;return J`
<article class="case" aria-labelledby="case-of">
${m}
<header class="case-head">
<h1 id="case-of" ref=${$} tabindex="-1">${w.handle}</h1>
<p class="case-marks">
<${Fs} severity=${l.severity} />
<${Vs} row=${l} now=${o} />
${l.category&&J`<span class="soft small">${us(l.category)}</span>`}
<${Bs} row=${l} />
</p>
<p class="small" data-holder>
${function(e,t,o){let{owner:n}=e;if(!ms(e)){let t=e.resolved_by?.handle??f("someone");return"reviewed"===e.state?f("Closed by {handle}, and looked at by a second person.",{handle:t}):f("Closed by {handle}.",{handle:t})}return n?n.user_id===t?null===e.lease_until||fs(e,o)?f("You have it."):f("You have it until {time}, and longer while you are at it.",{time:pe(e.lease_until)}):fs(e,o)?f("{handle} has it, and has been silent since {time}.",{handle:n.handle,time:pe(e.lease_until??o)}):f("{handle} has it.",{handle:n.handle}):f("Nobody has it.")}(l,t,o)}${" "}
${l.handed_to&&f("{handle} is asked to go on.",{handle:l.handed_to.handle})}${" "}
${l.standing_by&&f("{handle} stands by.",{handle:l.standing_by.handle})}${" "}
${function({follow_up_at:e},t){return null===e?"":f("Opens again {at}, to ask how they are.",{at:ue(e,t)})}(l,o)}
</p>
</header>
<${Us}
opened=${a}
my_id=${t}
now=${o}
keys=${n}
on_write=${()=>d(u+1)}
on_done=${i}
on_closed=${h}
/>
${s&&J`<p class="problem" role="alert">${s}</p>`}
${p&&J`<${dr} on_close=${()=>h(!1)} />`}
<div class="case-columns">
<div class="case-main">
${c&&J`<${ur} row=${l} focus=${u} on_done=${i} />`}
<${Qs} opened=${a} on_judged=${()=>{r()}} />
<${or} opened=${a} on_widened=${()=>{r()}} />
</div>
<div class="case-aside">
<${_s} opened=${a} />
<${Ms} opened=${a} on_noted=${()=>{r()}} />
</div>
</div>
</article>
`}function ur({row:e,focus:t,on_done:o}){let n=fe(),{case_id:a,person:s,room_id:r}=e,i=ee(null),[l,c]=Z(0);return Q(()=>{t>0&&i.current?.scrollIntoView({block:"start"})},[t]),J`
<section class="case-part" ref=${i}>
<h2>${f("With {handle}",{handle:s.handle})}</h2>
${r?J`<${lr} room_id=${r} handle=${s.handle} focus=${t+l} />`:J`<${Ws}
case_id=${a}
handle=${s.handle}
label=${f("Your first words to {handle}",{handle:s.handle})}
words=${f("Send them")}
focus=${t}
ask=${async function(e,t){let s=await n.ask("case.contact",{case_id:a,nonce:t,body:e});return s.ok&&(c(1),o(s.case)),s}}
>
<p class="soft small">
${f("They hear your name here. You two alone read what is said.")}
</p>
<//>`}
</section>
`}function dr({on_close:e}){let t=ee(null);return Q(()=>t.current?.focus(),[]),J`
<section class="debrief" ref=${t} tabindex="-1" aria-label=${f("A moment for you")}>
<h2>${f("A moment for you")}</h2>
<p>
${y("That was a hard one. Leave the screen for ten minutes; {others}.",{others:J`<a href="/app/follow-up/duty">${f("others can be there meanwhile")}</a>`})}
</p>
<p>
${f("If you want to, write down below how it was for you, or tell a colleague. Whether it ended well is shown to you later.")}
</p>
<button type="button" class="quiet" onClick=${e}>${f("Thank you")}</button>
</section>
`}function pr({my_id:e,now:t,plans:o=!0}){let n=fe(),a=Pt(e=>n.ask("rota.list",{cursor:e}),e=>e.shifts,[V.value]),{list:s,heading:r,leaves:i}=mo();async function l(e){let t=await n.ask("rota.remove",{shift_id:e});n.tellRefusal(t),i(),await a.load(null)}return J`
<div class="narrow">
<${hr} my_id=${e} plans=${o} />
<section class="case-part">
<h2 ref=${r} tabindex="-1">${f("The rota")}</h2>
${a.problem&&J`<p class="problem" role="alert">${a.problem}</p>`}
${a.known&&0===a.items.length&&J`<p class="soft">${f("No shift is planned. Nobody is called by day or night until there is one.")}</p>`}
<ul class="cards" ref=${s}>
${a.items.map(o=>J`<${$r}
key=${o.shift_id}
shift=${o}
now=${t}
mine=${o.person.user_id===e}
on_remove=${l}
on_noted=${()=>{a.load(null)}}
/>`)}
</ul>
<${Rt} cursor=${a.cursor} load=${a.load} />
${o&&J`<${mr} my_id=${e} now=${t} on_added=${()=>{a.load(null)}} />`}
</section>
</div>
`}function hr({my_id:e,plans:t}){let o=fe(),[n,a]=Z(null),[s,r]=Z(""),i=V.value,l="up"===ie.value;function c(e){o.tellRefusal(e),e.ok&&function(e){R([e,...j.peek().filter(e=>"test"!==e.what)])}({alert_id:e.alert_id,what:"test",severity:null,at:o.now()}),V.value+=1}return Q(()=>{l&&o.ask("duty.show",{}).then(e=>{if(!e.ok)return r(_(e.error,o.now()));r(""),a(e),H(e.ringing)})},[l,i]),J`
<section class="case-part">
<h2>${f(t?"Whether you are on duty":"Who is there")}</h2>
${s&&J`<p class="problem" role="alert">${s}</p>`}
<p role="status" data-duty>${n&&function({shift:e,device:t,on_duty:o,next_shift:n},a,s){let r=b("{count} person is there now.","{count} people are there now.",o);return[e?f("heard"===t?"You are on duty until {time}.":"Your shift runs until {time}, and no device of yours was heard yet.",{time:ue(e.ends_at,a)}):s&&f("You have no shift right now."),r,null===n?"":f("The next shift begins {time}.",{time:ue(n,a)})].filter(Boolean).join(" ")}(n,o.now(),t)}</p>
${n&&J`<p class="soft small">${function({outside:e}){return f(e?"When none of us is there, or may see it, somebody outside hears that someone waits, and nothing more.":"Nobody outside is named in the settings. When none of us is there, or may see it, it rings for administrators and goes no further.")}(n)}</p>`}
${n&&J`<div class="row">
${n.shift&&"none"===n.device&&J`<button type="button" class="main" onClick=${()=>{!async function(){O()&&As(o.device,e,{sound:!0}),c(await o.ask("duty.start",{}))}()}}>
${f("I am here: ring on this device")}
</button>`}
${"none"!==n.device&&J`<button type="button" class="quiet" onClick=${()=>{!async function(){Ts.peek().sound&&O(),c(await o.ask("alert.test",{}))}()}}>
${f("Ring once for a test")}
</button>
<button type="button" class="quiet" onClick=${()=>{!async function(){let e=await o.ask("duty.stop",{});o.tellRefusal(e),V.value+=1}()}}>
${f("I am leaving")}
</button>`}
${""!==n.push_key&&"PushManager"in globalThis&&"serviceWorker"in navigator&&J`<button type="button" class="quiet" onClick=${()=>{!async function(){let e=await async function(e){try{if(!await D())return null;let t=(await((await navigator.serviceWorker.getRegistration())?.pushManager.subscribe({userVisibleOnly:!0,applicationServerKey:e})))?.toJSON(),{p256dh:o,auth:n}=t?.keys??{p256dh:"",auth:""};return t?.endpoint&&o&&n?{endpoint:t.endpoint,p256dh:o,auth:n}:null}catch{return null}}(n?.push_key??"");if(!e)return void o.tell(f("This browser can't be called while the page is closed."));let t=await o.ask("push.subscribe",e);o.tellRefusal(t),t.ok&&o.tell(f("You are called here also while this page is closed."))}()}}>
${f("Call me here also while this page is closed")}
</button>`}
</div>`}
</section>
`}function $r({shift:e,now:t,mine:o,on_remove:n,on_noted:a}){let s=fe(),{shift_id:r,person:i,begins_at:l,ends_at:c,on_call:u,note:d,is_there:p}=e;return J`
<li class="card">
<p>
<b>${i.handle}</b>${" "}
${p&&J`<span class="badge">${f("is there")}</span>`}
${u&&J`<span class="tag">${f("on call")}</span>`}
</p>
<p class="small">
${f("{from} to {to}",{from:ue(l,t),to:ue(c,t)})}
</p>
${d&&J`<p class="as-written" dir="auto">${d}</p>`}
${o&&l<=t&&J`<details>
<summary>${f("Leave something to whoever comes next")}</summary>
<${He} words=${f("Leave it")} kind="quiet" keeps done=${()=>f("Left for them.")} ask=${async function({note:e=""}){let t=await s.ask("rota.note",{shift_id:r,note:e});return t.ok&&a(),t}}>
<label class="field">
<span>${f("About the night, not about a person by name")}</span>
<textarea name="note" rows="3" maxlength="2000">${d}</textarea>
</label>
<//>
</details>`}
${c>t&&J`<${Pe}
words=${f("Take it off the rota")}
label=${f("Take it off the rota: {handle}, {at}",{handle:i.handle,at:ue(l,t)})}
sure=${f("Yes, take it off")}
on_press=${()=>{n(r)}}
/>`}
</li>
`}function mr({my_id:e,now:t,on_added:o}){let n=fe();return J`
<details>
<summary>${f("Plan a shift of mine")}</summary>
<${He} words=${f("Put it on the rota")} kind="quiet" done=${()=>f("It is on the rota.")} ask=${async function({begins:t="",hours:a="3",on_call:s}){let r=t?new Date(t).getTime():n.now(),i=await n.ask("rota.add",{user_id:e,begins_at:r,ends_at:r+36e5*Number(a),on_call:"on"===s});return i.ok&&(V.value+=1,o()),i}}>
<label class="field">
<span>${f("Begins; left empty, it begins now")}</span>
<input type="datetime-local" name="begins" min=${function(e){return new Date(e-6e4*new Date(e).getTimezoneOffset()).toISOString().slice(0,16)}(t)} />
</label>
<label class="field">
<span>${f("How long")}</span>
<select name="hours">
${[2,3,4,6,8,12].map(e=>J`<option key=${e} value=${e} selected=${3===e}>
${b("{count} hour","{count} hours",e)}
</option>`)}
</select>
</label>
<label class="check">
<input type="checkbox" name="on_call" />
<span>${f("Only on call, behind the others")}</span>
</label>
<//>
</details>
`}var fr={look:w("Somebody waits. Please look."),test:w("This is a test: you are on duty once you say that you heard it."),path_broken:w("The way from a word to a person may be broken. Tell whoever runs the server."),digest:w("There is something to look through today.")};function wr(){let e=fe(),t="up"===ie.value;return Q(()=>{t&&e.ask("duty.show",{}).then(e=>{e.ok&&H(e.ringing)})},[t]),J`<div class="ringing" role="status">
${j.value.map(t=>J`<div key=${t.alert_id} class=${`ring ${t.what}`}>
<p>
<${Lt} name="bell" /> ${f(fr[t.what]??w("Somebody waits. Please look."))}${" "}
<span class="small">${pe(t.at)}</span>
</p>
<button
type="button"
class=${"digest"===t.what?"quiet":"main"}
onClick=${()=>{!async function({alert_id:t}){let o=await e.ask("alert.acknowledge",{alert_id:t});e.tellRefusal(o),function(e){R(j.peek().filter(t=>t.alert_id!==e))}(t),V.value+=1}(t)}}
>
${f("I heard it")}
</button>
</div>`)}
</div>`}function gr(){let e=fe(),[,t]=Z(0);return Q(()=>{let e=setInterval(()=>{"visible"===document.visibilityState&&t(e=>e+1)},15e3);return()=>clearInterval(e)},[]),e.now()}function yr(e,t){if(null===e)return f("fewer than five");let o=Math.round(1e4*e/t)/10;return f("about {count}, that is {rate} in 1,000",{count:v(e),rate:v(o)})}function br({messages:e,more:t,fewer:o}){return 0===e?f("Too little was said here of late to count anything."):f("Of the newest {messages} messages it would hear more: {more}. Not any more: {fewer}.",{messages:v(e),more:yr(t,e),fewer:yr(o,e)})}function kr({trial:e}){let{messages:t,calling:o,by_category:n,ordinary:a,ordinary_before:s,ordinary_after:r}=e;return J`
<div class="trial">
<p>${br(e)}</p>
${t>0&&J`<p class="soft small">
${f("Of these more would call someone at once: {calling}.",{calling:yr(o,t)})}
</p>`}
${n.length>0&&J`<table class="trial-counts">
<thead>
<tr>
<th>${f("About")}</th>
<th>${f("Now")}</th>
<th>${f("More")}</th>
<th>${f("Fewer")}</th>
</tr>
</thead>
<tbody>
${n.map(({category:e,before:t,more:o,fewer:n})=>J`<tr key=${e}>
<th>${us(e)}</th>
<td>${vr(t)}</td>
<td>${vr(o)}</td>
<td>${vr(n)}</td>
</tr>`)}
</tbody>
</table>`}
<p class="soft small">
${f("Of {all} harmless sentences that came with the list it would hear {after}; now it hears {before}.",{all:v(a),after:v(r),before:v(s)})}
</p>
</div>
`}function vr(e){return null===e?f("few or none"):v(e)}var _r=[["anyone",w("of anyone")],["themselves",w("of themselves: I, my, me")],["intent",w("as something they mean to do: I want to, I will")]];function Mr(e){return(e??"").split("\n").map(e=>e.trim()).filter(Boolean)}function Sr(e){return"own."+e.normalize("NFKD").toLowerCase().replace(/\p{M}/gu,"").split(/[^a-z0-9]+/).filter(Boolean).join("-").slice(0,50)}function xr({severity:e,frame:t,patterns:o,exceptions:n,hits:a,misses:s}){return{severity:e||null,frame:t??"anyone",patterns:Mr(o),exceptions:Mr(n),hits:Mr(a),misses:Mr(s)}}function Tr(e){let t=fe();return{async propose(o,n=""){let a=await t.ask("lexicon.propose",{change:o,why:n});return a.ok&&e(),a},done:({proposal:e})=>`${f("It waits for somebody to agree.")} ${br(e.trial)}`}}function Cr({on_proposed:e}){let{propose:t,done:o}=Tr(e);return J`
<details class="word-add">
<summary>${f("Propose words of our own")}</summary>
<${He} words=${f("Try it and propose it")} keeps done=${o} ask=${function(e){let o=e.category??null;return t({term:Sr(e.name??""),category:o,...xr(e)},e.why)}}>
<label class="field">
<span>${f("A short name for it")}</span>
<input name="name" required maxlength=${50} autocomplete="off" autocapitalize="none" />
</label>
<label class="field">
<span>${f("What it is about")}</span>
<select name="category">
${ns.map(e=>J`<option key=${e} value=${e}>${us(e)}</option>`)}
</select>
</label>
<${Wr} chosen=${"medium"} />
<${Ir} chosen=${_r[0][0]} />
<${qr} />
<${jr} />
<//>
</details>
`}function Ar({term:e,on_proposed:t}){let{propose:o,done:n}=Tr(t),{change:a}=e,s=e.own?e.category:null;return J`
<${He} words=${f("Try it and propose it")} kind="quiet" keeps done=${n} ask=${function(t){return o({term:e.term,category:s,...xr(t)},t.why)}}>
<${Wr} chosen=${a?.severity??""} as_came=${!e.own} />
<${Ir} chosen=${a?.frame??"anyone"} />
<${qr} change=${a} />
<${jr} />
<//>
`}function Wr({chosen:e,as_came:t=!1}){return J`<label class="field">
<span>${f("How grave")}</span>
<select name="severity">
${t&&J`<option value="" selected=${!e}>${f("As it came")}</option>`}
${Za.map(([t,o])=>J`<option key=${t} value=${t} selected=${t===e}>
${f(o)}
</option>`)}
</select>
</label>`}function Ir({chosen:e}){return J`<label class="field">
<span>${f("It counts when it is said")}</span>
<select name="frame">
${_r.map(([t,o])=>J`<option key=${t} value=${t} selected=${t===e}>
${f(o)}
</option>`)}
</select>
</label>`}function qr({change:e=null}){return J`
<${Nr} name="patterns" lines=${e?.patterns} words=${f("Words to listen for, one on each line")}>
${f("Words stand for themselves. (this|that) is one or the other, word? may be missing, ~3 is up to three words between.")}
<//>
<${Nr} name="exceptions" lines=${e?.exceptions} words=${f("Unless it touches these, one on each line")} />
<${Nr} name="hits" lines=${e?.hits} words=${f("Two sentences or more that it must hear")}>
${f("Invent them: never the words of somebody here.")}
<//>
<${Nr} name="misses" lines=${e?.misses} words=${f("Two sentences or more that it must leave alone")} />
`}function Nr({name:e,words:t,lines:o,children:n}){return J`<label class="field">
<span>${t}</span>
${n&&J`<span class="soft small">${n}</span>`}
<textarea name=${e} rows="3" dir="auto" spellcheck=${!1} autocapitalize="none">
${(e=>(e??[]).join("\n"))(o)}</textarea
>
</label>`}function jr(){return J`<label class="field">
<span>${f("Why, for whoever decides; about words, not about a person")}</span>
<textarea name="why" rows="2" maxlength=${500} dir="auto"></textarea>
</label>`}function Yr(){let e=fe(),[t,o]=Z(null),[n,a]=Z(""),[s,r]=Z(0),i="up"===ie.value,l=V.value;Q(()=>{i&&e.ask("lexicon.show",{}).then(t=>{if(!t.ok)return a(_(t.error,e.now()));a(""),o(t)})},[i,l,s]);let c=()=>r(e=>e+1);return n?J`<p class="problem" role="alert">${n}</p>`:t?J`
<div class="narrow words-heard">
<p class="soft">
${f("Software listens for these, so that a person asks how somebody is. It never hides or blocks anything. One proposes a change and another agrees; then it is in force everywhere within two seconds.")}
</p>
<p class="soft small">${f("Version of the list: {version}",{version:t.version})}</p>
<${Er} proposals=${t.proposals} on_changed=${c} />
<${zr} terms=${t.terms} on_proposed=${c} />
<${Cr} on_proposed=${c} />
<${Hr} versions=${t.versions} number=${t.number} on_changed=${c} />
</div>
`:J`<${na} />`}function Er({proposals:e,on_changed:t}){let o=fe(),{list:n,heading:a,leaves:s}=mo();async function r(e,n){let a=await o.step_up.withStepUp(()=>o.ask_http(e,{proposal_id:n}));o.tellRefusal(a),s(),a.ok&&o.tell(f("lexicon.approve"===e?"It is in force.":"Done.")),t()}return J`
<section class="case-part">
<h2 ref=${a} tabindex="-1">${f("Waiting for somebody to agree")}</h2>
${0===e.length&&J`<p class="soft">${f("Nothing is proposed.")}</p>`}
<ul class="cards" ref=${n}>
${e.map(e=>J`<${Lr} key=${e.proposal_id} proposal=${e} decide=${r} />`)}
</ul>
</section>
`}function Lr({proposal:e,decide:t}){let o=fe(),{proposal_id:n,term:a,proposer:s,proposed_at:r,why:i,trial:l,is_mine:c,can_approve:u}=e,d=a||f("an earlier version"),p=f(c?"Agree to it alone":"Agree");return J`
<li class="card">
<h3><code>${d}</code></h3>
<p>${function({term:e,change:t,back_to:o}){return null!==o?f("To go back to version {number}",{number:v(o)}):t?t.off?f("To listen for it no more"):t.category?f("Words of our own"):f("To change what is heard by it"):e.startsWith("own.")?f("To listen for it no more"):f("To have it as it came")}(e)}</p>
<p class="soft small">
${f("By {who}, {at}",{who:s?s.handle:f("someone who has left"),at:ue(r,o.now())})}
</p>
${i&&J`<p class="as-written" dir="auto">${i}</p>`}
<${Or} proposal=${e} />
<${kr} trial=${l} />
${c&&!u&&J`<p class="soft small">${f("Somebody else has to agree. You can take it back.")}</p>`}
<div class="row">
${u&&J`<${Pe}
words=${p}
label=${`${p}: ${d}`}
sure=${f("Yes, listen by this list")}
on_press=${()=>t("lexicon.approve",n)}
>
${c&&J`<p class="small">
${f("All who look after this place see it, and each of them can undo it for 72 hours.")}
</p>`}
<//>`}
<${Pe}
words=${f(c?"Take it back":"Say no")}
label=${`${f(c?"Take it back":"Say no")}: ${d}`}
sure=${f("Yes")}
on_press=${()=>t("lexicon.refuse",n)}
/>
</div>
</li>
`}function Or({proposal:{change:e}}){if(!e||e.off)return null;let t=[[f("Listens for"),e.patterns],[f("Unless"),e.exceptions],[f("Must hear"),e.hits],[f("Must leave alone"),e.misses]];return J`
${e.severity&&J`<p class="small">${f("How grave")}: ${ls(e.severity)}</p>`}
<dl class="lines">
${t.filter(([,e])=>(e??[]).length>0).map(([e,t])=>J`<dt>${e}</dt>
${(t??[]).map(e=>J`<dd key=${e} dir="auto">${e}</dd>`)}`)}
</dl>
`}function zr({terms:e,on_proposed:t}){let[o,n]=Z(""),a=o.trim().toLowerCase(),s=e.filter(e=>[e.term,us(e.category),...e.examples].some(e=>e.toLowerCase().includes(a)));return J`
<section class="case-part">
<h2>${f("What is listened for")}</h2>
<label class="field">
<span>${f("Find in the list")}</span>
<input
type="search"
value=${o}
onInput=${e=>n(e.target.value)}
/>
</label>
<p role="status" class="soft small">
${b("{count} term","{count} terms",s.length)}
</p>
<ul class="word-terms">
${s.map(e=>J`<li key=${e.term}><${Dr} term=${e} on_proposed=${t} /></li>`)}
</ul>
</section>
`}function Dr({term:e,on_proposed:t}){let o=fe(),[n,a]=Z(!1),{propose:s,done:r}=Tr(t),{term:i,category:l,severity:c,off:u,own:d,change:p,examples:h,right:$,wrong:m}=e;async function w(e){let t=await s(e);o.tellRefusal(t),t.ok&&o.tell(r(t))}return J`
<details onToggle=${e=>a(e.target.open)}>
<summary>
<code>${i}</code>${" "}
<span class="soft small">
${[us(l),c?ls(c):f("only raises others")].join(", ")}
</span>${" "}
${u&&J`<span class="tag">${f("not listened for")}</span>`}
${d&&J`<span class="badge">${f("our own")}</span>`}
${!d&&!u&&p&&J`<span class="badge">${f("changed here")}</span>`}
</summary>
${n&&J`
<p class="small">${function(e,t){return null===e||null===t?f("It was judged fewer than five times in 90 days: that is not told."):f("Right {right} of {all} times in 90 days, as those said who followed up.",{right:v(e),all:v(e+t)})}($,m)}</p>
${h.length>0&&J`<p class="soft small">${f("Hears, for example:")}</p>`}
<ul class="small">
${h.map(e=>J`<li key=${e} dir="auto">${e}</li>`)}
</ul>
${!u&&J`<${Ar} term=${e} on_proposed=${t} />`}
<div class="row">
${!u&&J`<${Pe}
words=${f("Propose to listen for it no more")}
label=${f("Propose to listen for it no more: {name}",{name:i})}
sure=${f("Yes, propose it")}
on_press=${()=>{w({term:i,off:!0})}}
/>`}
${p&&!d&&J`<${Pe}
words=${f("Propose to have it as it came")}
label=${f("Propose to have it as it came: {name}",{name:i})}
sure=${f("Yes, propose it")}
on_press=${()=>{w({term:i})}}
/>`}
</div>
`}
</details>
`}function Hr({versions:e,number:t,on_changed:o}){let n=fe();async function a(e){let t=await n.ask("lexicon.revert",{number:e});n.tellRefusal(t),t.ok&&n.tell(f("It waits for somebody to agree.")),o()}async function s(e){let t=await n.step_up.withStepUp(()=>n.ask_http("lexicon.undo",{number:e}));n.tellRefusal(t),t.ok&&n.tell(f("Done.")),o()}return J`
<section class="case-part">
<h2>${f("Versions")}</h2>
<ol class="cards" reversed>
${e.map(e=>J`<${Rr}
key=${e.number}
version=${e}
current=${e.number===t}
go_back=${a}
undo=${s}
/>`)}
<li class="card">
<p>${f("As it came")}</p>
${t>0&&J`<${Pr} number=${0} go_back=${a} />`}
</li>
</ol>
</section>
`}function Rr({version:e,current:t,go_back:o,undo:n}){let a=fe(),{number:s,at:r,term:i,back_to:l,proposer:c,agreed:u,undo_until:d}=e,p=f("someone who has left"),h=null===l?i:f("back to version {number}",{number:v(l)}),$={proposer:c?.handle??p,agreed:u?.handle??p},m=null!==d||!c;return J`
<li class="card">
<p><b>${v(s)}</b> <code>${h}</code> ${t&&J`<span class="badge">${f("in force")}</span>`}</p>
<p class="soft small">
${ue(r,a.now())} ·${" "}
${f(m?"by {agreed}":"proposed by {proposer}, agreed to by {agreed}",$)}
</p>
<div class="row">
${null!==d&&d>a.now()&&J`<${Pe}
words=${f("Undo it")}
label=${f("Undo version {number}",{number:v(s)})}
sure=${f("Yes, undo it")}
on_press=${()=>n(s)}
/>`}
${!t&&J`<${Pr} number=${s} go_back=${o} />`}
</div>
</li>
`}function Pr({number:e,go_back:t}){return J`<${Pe}
words=${f("Propose to go back to it")}
label=${f("Propose to go back to version {number}",{number:v(e)})}
sure=${f("Yes, propose it")}
on_press=${()=>t(e)}
/>`}var Kr=["imminent","high","medium","low"];function Ur({my_id:e}){let t=gr();return aa(f("Follow-up")),J`
<section class="page narrow" data-region>
<a class="back" href="/app">${f("All rooms")}</a>
<h1>${f("Follow-up")}</h1>
<${wr} />
<${Fr} />
<${pr} my_id=${e} now=${t} plans=${!1} />
<h2>${f("Words we listen for")}</h2>
<${Yr} />
</section>
`}function Fr(){let e=fe(),[t,o]=Z(null),[n,a]=Z(""),s=V.value,r="up"===ie.value;Q(()=>{r&&e.ask("case.count",{}).then(t=>{if(!t.ok)return a(_(t.error,e.now()));a(""),o(t)})},[r,s]),Q(()=>{let e=setInterval(()=>{"visible"===document.visibilityState&&"up"===ie.peek()&&(V.value+=1)},3e4);return()=>clearInterval(e)},[]);let{waiting:i={},held:l={}}=t??{};return J`
<section class="case-part">
<h2>${f("How many wait")}</h2>
${n&&J`<p class="problem" role="alert">${n}</p>`}
<div role="status" data-waiting>
${t&&J`<p>${function(e){return Kr.filter(t=>e[t]).map(t=>`${ls(t)}: ${v(e[t]??0)}`).join(" · ")}(i)||f("Nobody is waiting.")}</p>
${Vr(l)>0&&J`<p>${f("{count} with somebody",{count:v(Vr(l))})}</p>`}`}
</div>
<p class="soft">
${y("Who it is and what they wrote, moderators see alone. If nobody takes it, call one of them, or name one under {people}. What is about you is not counted here.",{people:J`<a href="/app/care/people">${f("People")}</a>`})}
</p>
</section>
`}function Vr(e){return Object.values(e).reduce((e,t)=>e+t,0)}var Br=[["asks",w("You are asked")],["waits",w("Waiting")],["mine",w("Yours")],["others",w("With others")]];function Gr({queue:e,my_id:t,current:o,now:n,closed:a=!1}){let{items:s,cursor:r,problem:i,known:l,load:c}=e,u={my_id:t,current:o,now:n},d=function(e,t,o){let n={asks:[],waits:[],mine:[],others:[]};for(let a of e){let{mine:e,asked:s,claim:r,step_in:i,agree:l,stand_by:c}=gs(a,t,o);s||i||l||c?n.asks.push(a):r?n.waits.push(a):e?n.mine.push(a):n.others.push(a)}return n}(s,t,n);return J`
${i&&J`<p class="problem" role="alert">${i}</p>`}
${!l&&!i&&J`<${na} />`}
${l&&0===s.length&&J`<${$t}
picture="mug"
words=${f(a?"Nothing is here yet.":"Nobody is waiting.")}
/>`}
<nav class="queue" aria-label=${f(a?"Cases, newest first":"The queue")}>
${a?J`<ul>
${s.map(e=>J`<${Jr} key=${e.case_id} row=${e} ...${u} />`)}
</ul>`:Br.map(([e,t])=>0===d[e].length?null:J`<div key=${e} class="queue-group">
<h2>${f(t)} <span class="soft">${d[e].length}</span></h2>
<ul>
${d[e].map(e=>J`<${Jr} key=${e.case_id} row=${e} ...${u} />`)}
</ul>
</div>`)}
<${Rt} cursor=${r} load=${c} />
</nav>
`}function Jr({row:e,my_id:t,current:o,now:n}){let{owner:a}=e,s=T(Math.max(0,n-(e.resolved_at??e.waits_from))),r=a&&a.user_id!==t?f("{handle} has it",{handle:a.handle}):"";return J`<li>
<a
class=${`case-link ${e.severity}`}
href=${ys(e.case_id)}
data-case=${e.case_id}
aria-current=${e.case_id===o?"page":null}
>
<${io} user_id=${e.person.user_id} />
<span class="case-line">
<span class="case-who">
<b>${e.person.handle}</b>${" "}<${Fs} severity=${e.severity} />${" "}
<${Bs} row=${e} />
</span>
<span class="small">
${[cs(e.source),ws(e)].filter(Boolean).join(" · ")}
</span>
<span class="small case-times">
<${Vs} row=${e} now=${n} />${" "}
<span class="soft">${f("{duration} ago",{duration:s})}</span>${" "}
${r&&J`<span class="soft">${r}</span>`}
</span>
</span>
</a>
</li>`}function Qr({my_id:e}){let t=fe(),{blur:o,sound:n}=Ts.value,[a,s]=Z(z());return J`
<div class="narrow">
<section class="case-part">
<h2>${f("On this device")}</h2>
<label class="check">
<input
type="checkbox"
checked=${o}
onChange=${o=>As(t.device,e,{blur:o.target.checked})}
/>
<span>${f("Blur what people wrote until I ask for it")}</span>
</label>
<label class="check">
<input type="checkbox" checked=${n} onChange=${function(o){let n=o.target.checked;if(n&&!O())return t.tell(f("This device can't make itself heard here.")),void(o.target.checked=!1);As(t.device,e,{sound:n})}} />
<span>${f("Ring here when somebody waits and I am on duty")}</span>
</label>
${a?J`<p class="soft small">
${f("The browser may tell you while this page is behind others: “You have a new message”, and nothing else.")}
</p>`:J`<button type="button" class="quiet" onClick=${()=>{!async function(){let e=await D();s(e),e||t.tell(f("The browser keeps its notes to itself. You can allow them in its settings."))}()}}>
${f("Let the browser tell me, too")}
</button>`}
</section>
<${Xr} />
</div>
`}function Xr(){let e=fe();return J`
<section class="case-part">
<h2>${f("A case to practise with")}</h2>
<p class="soft small">${f("It is about nobody, marked as such, and goes the whole way.")}</p>
<${He} words=${f("Begin")} kind="quiet" ask=${async function({severity:t,words:o=""}){let n=await e.ask("case.practice",{severity:t,words:o});return n.ok&&e.router.go(ys(n.case.case_id)),n}}>
<label class="field">
<span>${f("How grave")}</span>
<select name="severity">
${Za.map(([e,t])=>J`<option value=${e}>${f(t)}</option>`)}
</select>
</label>
<label class="field">
<span>${f("What they wrote, made up by you")}</span>
<textarea name="words" rows="2" maxlength="2000"></textarea>
</label>
<//>
</section>
`}function Zr(){let e=fe(),[t,o]=Z(null),[n,a]=Z(""),s="up"===ie.value;return Q(()=>{s&&e.ask("case.statistics",{}).then(t=>{if(!t.ok)return a(_(t.error,e.now()));a(""),o(t)})},[s]),n?J`<p class="problem" role="alert">${n}</p>`:t?J`
<div class="narrow">
<p class="soft">
${f("Since {day}: {cases}. Fewer than five are not told, so that nobody can be known by them.",{day:he(t.since,e.now()),cases:null===t.cases?f("a few cases"):b("{count} case","{count} cases",t.cases)})}
</p>
<${ei} title=${f("Until somebody claimed it")} bars=${t.claim} />
<${ei} title=${f("Until the first words")} bars=${t.contact} />
<${ti} terms=${t.terms} />
<${oi} hours=${t.hours} />
</div>
`:J`<${na} />`}function ei({title:e,bars:t}){let o=Math.max(8,...t.map(e=>e.count??2));return J`<section class="case-part">
<h2>${e}</h2>
<table class="bars">
<thead class="unseen">
<tr><th>${f("How long")}</th><th>${f("How many")}</th></tr>
</thead>
<tbody>
${t.map(({up_to_ms:e,count:t})=>J`<tr key=${e}>
<th>
${null===e?f("longer"):f("up to {duration}",{duration:T(e)})}
</th>
<td>
<progress value=${t??2} max=${o} aria-hidden="true"></progress>
<span>${function(e){return null===e?f("a few"):v(e)}(t)}</span>
</td>
</tr>`)}
</tbody>
</table>
</section>`}function ti({terms:e}){return J`<section class="case-part">
<h2>${f("How often a term was right")}</h2>
${0===e.length&&J`<p class="soft">${f("No term was judged five times yet. Each case asks whether its reason was right.")}</p>`}
${e.length>0&&J`<table class="bars">
<thead class="unseen">
<tr><th>${f("Term")}</th><th>${f("How often it was right")}</th></tr>
</thead>
<tbody>
${e.map(({term:e,right:t,wrong:o})=>J`<tr key=${e}>
<th><code>${e}</code></th>
<td>
<progress value=${t} max=${t+o} aria-hidden="true"></progress>
<span>${f("{right} of {all}",{right:t,all:t+o})}</span>
</td>
</tr>`)}
</tbody>
</table>`}
</section>`}function oi({hours:e}){let t=-Math.round((new Date).getTimezoneOffset()/60),o=Array.from({length:24},(o,n)=>e[(n-t+48)%24]??null),n=Math.max(8,...o.map(e=>e??2)),a=o.indexOf(Math.max(...o.map(e=>e??0))),s=o.every(e=>!e)?f("Nothing that can be told yet."):f("Most begin between {from} and {to} o'clock.",{from:a,to:(a+1)%24});return J`<section class="case-part">
<h2>${f("When people need someone")}</h2>
<svg class="hours" viewBox="0 0 240 78" role="img" aria-label=${s}>
${o.map((e,t)=>{let o=Math.round((e??2)/n*60);return J`<rect
key=${t}
class=${null===e?"few":""}
x=${10*t+1}
y=${60-o}
width="8"
height=${o}
/>`})}
${[0,6,12,18].map(e=>J`<text key=${e} x=${10*e+1} y="74">${v(e)}</text>`)}
</svg>
<p class="small">${s}</p>
</section>`}function ni(){let e=fe(),[t,o]=Z(null),[n,a]=Z(""),s=ee(null),r="up"===ie.value;async function i(){let t=await e.ask("message.held",{});if(!t.ok)return a(_(t.error,e.now()));a(""),o(t.held)}async function l(t,o){let n=await e.ask("message.free_links",{message_id:t,vouch:o});e.tellRefusal(n),n.ok&&me.say(f("Its links are links now.")),await i(),s.current?.focus()}return Q(()=>{r&&i()},[r]),J`
<div class="narrow" ref=${s} tabindex="-1" onKeyDown=${function(e){let o=t?.[0];if("l"!==e.key.toLowerCase()||e.ctrlKey||e.metaKey||!o||!le.peek().single_keys)return;let n=e.target instanceof Element&&e.target.closest("[data-held]"),a=n?n.getAttribute("data-held"):o.message.message_id;e.preventDefault(),a&&l(a,!1)}}>
<p class="soft">
${f("Addresses of newcomers stay plain text until one of you has looked. With the key l the first becomes a link.")}
</p>
${n&&J`<p class="problem" role="alert">${n}</p>`}
${0===t?.length&&J`<${$t} picture="house" words=${f("No links wait for a look.")} />`}
<ul class="cards">
${t?.map(({room_name:t,message:o})=>J`<li
class="card"
key=${o.message_id}
data-held=${o.message_id}
>
<p>
<b>${o.author?.handle}</b>${" "}
<span class="soft">${t}, ${ue(o.at,e.now())}</span>
</p>
<blockquote class="words" dir="auto">${o.body}</blockquote>
<div class="row">
<button
type="button"
class="main"
onClick=${()=>{l(o.message_id,!1)}}
>
${f("Let its links be links")}
</button>
<button
type="button"
class="quiet"
onClick=${()=>{l(o.message_id,!0)}}
>
${f("I vouch for {handle}",{handle:o.author?.handle??""})}
</button>
</div>
</li>`)}
</ul>
</div>
`}function ai(){return J`
<div class="narrow">
<p class="soft">
${f("Everyone here is in the queue too: there somebody claims them, and writes. This is the plain list.")}
</p>
<${ii} />
<${ri} />
</div>
`}function si(e){let t=Se.find(([t])=>t===e)?.[1];return t?f(t):e}function ri(){let e=fe(),t=(re.value.help_new??0)>0,{items:o,cursor:n,problem:a,known:s,load:r}=Pt(t=>e.ask("help.list",{cursor:t}),e=>e.requests,[t]);return Q(()=>{s&&e.news.helpSeen(o)},[o]),J`
<h2>${f("People who want to talk")}</h2>
<${li} problem=${a} known=${s} />
${s&&0===o.length&&J`<${$t} picture="mug" words=${f("Nobody is waiting.")} />`}
<ul class="cards">
${o.map(e=>J`<${ci} key=${e.help_id} ...${e} />`)}
</ul>
<${Rt} cursor=${n} words=${f("Older ones")} load=${r} />
`}function ii(){let e=fe(),t=(re.value.reports_new??0)>0,{items:o,cursor:n,problem:a,known:s,load:r}=Pt(t=>e.ask("report.list",{cursor:t}),e=>e.reports,[t]),i=o.filter(e=>null===e.closed_at),l=o.filter(e=>null!==e.closed_at),{list:c,heading:u,leaves:d}=mo();async function p(t){let o=await e.ask("report.close",{report_id:t});e.tellRefusal(o),o.ok&&e.tell(f("Seen to.")),d(),await r(null)}return Q(()=>{s&&e.news.reportsSeen(i)},[o]),J`
<h2 ref=${u} tabindex="-1">${f("Reported messages")}</h2>
<${li} problem=${a} known=${s} />
${s&&0===o.length&&J`<${$t} picture="house" words=${f("Nothing has been reported.")} />`}
<ul class="cards" ref=${c}>
${i.map(e=>J`<${ui} key=${e.report_id} report=${e} close=${p} />`)}
</ul>
<ul class="cards">
${l.map(e=>J`<${di} key=${e.report_id} report=${e} />`)}
</ul>
<${Rt} cursor=${n} words=${f("Older ones")} load=${r} />
`}function li({problem:e,known:t}){return e?J`<p class="problem" role="alert">${e}</p>`:t?null:J`<p class="soft" role="status">${f("One moment …")}</p>`}function ci({asked_at:e,person:t,words:o}){return J`
<li class="card">
<p><b>${t.handle}</b> <${hi} at=${e} /></p>
<p class="words" dir="auto">${o||f("No words were added.")}</p>
</li>
`}function ui({report:e,close:t}){let o=si(e.reason),n=e.author.handle;return J`<li class="card">
<${pi} ...${e} />
<button
type="button"
class="quiet"
aria-label=${f("Seen to: {why}. Written by {handle}",{why:o,handle:n})}
onClick=${()=>{t(e.report_id)}}
>
${f("Seen to")}
</button>
</li>`}function di({report:e}){return J`<li class="card">
<details>
<summary>${f("Seen to: {why}",{why:si(e.reason)})}</summary>
<${pi} ...${e} />
</details>
</li>`}function pi(e){let{reason:t,reported_at:o,room_id:n,room_name:a,posted_at:s,author:r,reporter:i}=e,{warning:l,body:c,note:u}=e;return J`
<p><b>${si(t)}</b> <${hi} at=${o} /></p>
${l&&J`<p class="soft">${f("Content warning: {warning}",{warning:l})}</p>`}
<blockquote class="words" dir="auto">${c}</blockquote>
<p class="soft">
${y("Written by {author} ({when}) in {room}; reported by {reporter}.",{author:r.handle,when:J`<${hi} at=${s} />`,room:J`<a href=${oe(n)}>${a}</a>`,reporter:i.handle})}
</p>
${u&&J`<p dir="auto">${u}</p>`}
`}function hi({at:e}){let t=fe();return J`<span class="soft">${he(e,t.now())}, ${pe(e)}</span>`}var $i="/app/follow-up",mi=[["",w("Queue")],["duty",w("Duty")],["closed",w("Closed")],["helped",w("Whom I helped")],["reports",w("Reports")],["appeals",w("Appeals")],["links",w("Links to look at")],["figures",w("How it goes")],["words",w("Words we listen for")],["desk",w("My screen")]],fi={closed:"closed",helped:"helped"},wi=new Set(mi.map(([e])=>e));function gi(){let{me:e}=re.value;return e&&a(re.value)?J`<${bi} my_id=${e.user_id} />`:e&&p(re.value)?J`<${Ur} my_id=${e.user_id} />`:J`<${yi} />`}function yi(){return aa(f("Follow-up")),J`
<section class="page narrow" data-region>
<a class="back" href="/app">${f("All rooms")}</a>
<h1>${f("Follow-up")}</h1>
${re.value.me?J`<p>
${f("This page is for moderators who came in with the six digits from their app.")}
</p>`:J`<${na} />`}
</section>
`}function bi({my_id:e}){let t=fe(),{section:o}=t.router.route.value,n=wi.has(o)?"":o,a=n?"":o,s=gr(),r=function(e){let t=fe(),o=Pt(o=>t.ask("case.list",{which:e,cursor:o}),e=>e.cases,[e]),{nth:n}=F.value,a=ee(n);return Q(()=>{if(a.current===n)return;let e=setTimeout(()=>{o.load(null)},400);return()=>clearTimeout(e)},[n]),o}(fi[a]??"running"),i=ee(null),l=ee({});Z(()=>function(e,t){Ts.value=xs(e.get(Cs(t)),t)}(t.device,e)),function(){let e=Ts.value.sound;Q(()=>{if(!e)return;let t=["pointerup","keydown"],o=()=>{O();for(let e of t)removeEventListener(e,o)};for(let e of t)addEventListener(e,o);return()=>{for(let e of t)removeEventListener(e,o)}},[e])}();let c=""===a||a in fi;return J`
<section class=${"follow "+(n?"with-case":"")} ref=${i} data-region>
<${ks} box=${i} keys=${l} on_claim=${e=>{!async function(e){let o=await t.ask("case.claim",{case_id:e});t.tellRefusal(o),o.ok&&(me.say(f("You have it now.")),t.router.go(ys(e)))}(e)}} />
<div class="follow-side">
<a class="back" href="/app">${f("All rooms")}</a>
<${ki} has_case=${""!==n} place=${a} />
<${wr} />
${c&&J`<${Gr}
queue=${r}
my_id=${e}
current=${n}
now=${s}
closed=${a in fi}
/>`}
</div>
<div class="follow-main">
${n&&J`<${cr} key=${n} ...${{case_id:n,my_id:e,now:s,keys:l}} />`}
${!n&&c&&J`<${_i} />`}
${"duty"===a&&J`<${pr} my_id=${e} now=${s} />`}
${"reports"===a&&J`<${ai} />`}
${"appeals"===a&&J`<${bs} />`}
${"links"===a&&J`<${ni} />`}
${"figures"===a&&J`<${Zr} />`}
${"words"===a&&J`<${Yr} />`}
${"desk"===a&&J`<${Qr} my_id=${e} />`}
</div>
</section>
`}function ki({has_case:e,place:t}){let o=mi.find(([e])=>e===t)?.[1]??mi[0][1],n=function(e){let t=ee(null),o=ee(e);return Q(()=>{o.current!==e&&t.current?.focus(),o.current=e},[e]),t}(t),a=f(""===t?"Follow-up":o),s=J`<nav class="follow-places" aria-label=${f("Follow-up")}>
${mi.map(([o,n])=>J`<a
key=${o}
href=${o?`${$i}/${o}`:$i}
aria-current=${o!==t||e?null:"page"}
>${f(n)}</a
>`)}
</nav>`;return e?J`<p class="follow-title">${f("Follow-up")}</p>
${s}`:J`<${vi} words=${a} heading=${n} /> ${s}`}function vi({words:e,heading:t}){return aa(e),J`<h1 ref=${t} tabindex="-1">${e}</h1>`}function _i(){return J`<div class="wide-only">
<${$t}
picture="lantern"
words=${f("Choose one. With the keys j and k you go through the queue, c claims, ? shows all.")}
/>
</div>`}import{aJ as Mi}from"./main-1e4a334e76.js";function Si(){let e=fe(),[t,o]=Z(null),[n,a]=Z(""),s="up"===ie.value;async function r(){let t=await e.ask_http("site.guidelines",{});if(!t.ok)return a(_(t.error,e.now()));a(""),o(t)}return aa(f("How we are with each other")),Q(()=>{s&&r()},[s]),J`
<section class="page narrow standing" data-region>
<${ht} name="circle" />
<h1>${f("How we are with each other")}</h1>
<p class="lead">${f("This has changed since you were last here. Please read it, then go on.")}</p>
${n&&J`<p class="problem" role="alert">${n}</p>`}
${t?J`<${ga} text=${t.text} />
<p class="row">
<button type="button" class="main" onClick=${()=>{!async function(){let{version:o}=t,n=await e.ask_http("site.accept_guidelines",{version:o});if(n.ok)return se(e=>Mi(e,o));await r(),a(_(n.error,e.now()))}()}}>
${f("I have read this. Go on")}
</button>
<button type="button" class="quiet" onClick=${()=>{e.sign_out()}}>
${f("Sign out")}
</button>
</p>`:J`<p class="soft" role="status">${f("One moment …")}</p>`}
</section>
`}import{aK as xi}from"./main-1e4a334e76.js";function Ti({unreached:e=!1}){return aa(f("Help now")),J`
<section class="page" data-region>
${!e&&J`<a class="back" href="/app">${f("All rooms")}</a>`}
<h1>${f("Help now")}</h1>
${e&&J`<p class="lead">
${f("Your rooms can’t be reached just now. They open by themselves when that changes.")}
</p>`}
<${xi} />
</section>
`}var Ci={open:w("open"),request:w("on request"),invite:w("by invitation")};function Ai(){let e=fe(),t=re.value,[o,n]=Z(null),[a,s]=Z(!1),[r,i]=Z(null),l=Object.keys(t.rooms).join(" "),c=a||r?1:0,u="up"===ie.value,{items:d,cursor:p,problem:h,known:m,load:w}=Pt(t=>e.ask("room.list",{cursor:t}),e=>e.rooms,[l,c]),g=h||(m?"":f("One moment …"));aa(f("Rooms"));let y="admin"===t.me?.role,b="up"!==ie.value&&"starting"!==ie.value&&0===d.length,k=b?f("The rooms can't be shown until you are back."):g,v=d.filter(({room:e})=>!t.rooms[e.room_id]),_=!k&&0===v.length,M=!b&&!h&&!m,S=y&&_&&null===p;return J`
<section class="page lobby" data-region>
<div class="lobby-head">
<div>
<h1>${f("Rooms")}</h1>
<p class="lead">
${t.me&&J`${f("Good to see you, {handle}.",t.me)}${" "}`}
${f(y?"You look after rooms here; administrators don't enter them.":"Just reading is fine.")}
</p>
</div>
<${ht} name="circle" />
</div>
${!y&&J`<${Ni} />`}
${!y&&J`<div class="lobby-mine">
<h2>${f("Your rooms")}</h2>
<${qi} />
<nav aria-label=${f("Your rooms")}><${No} new_first /></nav>
</div>`}
<section>
<h2>${function(e,t){return f(e?"All rooms":t?"Other rooms":"Rooms to come into")}(y,""!==l)}</h2>
${k&&(M?J`<${na} count=${2} words=${k} />`:J`<p class="soft" role="status">${k}</p>`)}
${_&&J`<${$t} picture="house" words=${function(e,t){return f(e?"There are no rooms yet.":t?"There are no others just now.":"There are no rooms yet. Please look in again.")}(S,""!==l)} />`}
<ul class="cards">
${v.map(e=>J`<${ji}
key=${e.room.room_id}
listed=${e}
on_open=${n}
on_change=${i}
/>`)}
</ul>
<${Rt} cursor=${p} words=${f("More rooms")} load=${w} />
</section>
${u&&$(t)&&J`<p>
<button type="button" class=${S?"main":"quiet"} onClick=${()=>s(!0)}>
${f(S?"Open the first room":"Open a new room")}
</button>
</p>`}
${u&&!y&&J`<${Ei} />`}
${!y&&J`<${Wi} />`}
${o&&J`<${Ue} title=${o.room.name} on_close=${()=>n(null)}>
<${_o} listed=${o} on_done=${()=>n(null)} />
<//>`}
${r&&J`<${Ao} room=${r} on_close=${()=>i(null)} />`}
${a&&J`<${Ao} room=${null} on_close=${()=>s(!1)} />`}
</section>
`}function Wi(){return J`
<section>
<h2>${f("Also here")}</h2>
<ul class="also">
<${Ii}
icon="help"
href="/app/help"
name=${f("Talk to someone")}
about=${f("One of us, or people outside.")}
/>
<${Ii}
icon="save"
href="/app/saved"
name=${f("Saved messages")}
about=${f("What you keep for yourself.")}
/>
<${Ii}
icon="search"
href="/app/search"
name=${f("Search")}
about=${f("What was said in your rooms.")}
/>
</ul>
</section>
`}function Ii({icon:e,href:t,name:o,about:n}){return J`<li>
<a class="step" href=${t}>
<${Lt} name=${e} /><span><b>${o}</b> ${n}</span>
</a>
</li>`}function qi(){let e=fe(),t=ee(null),[o,n]=Z(!1),a=l(re.value)>0;return Q(()=>{a&&n(!1)},[a]),J`
<p role="status" class="soft all-read" tabindex="-1" ref=${t}>
${o&&f("Everything is read.")}
</p>
${a&&J`<button type="button" class="plain all-read" onClick=${()=>{!async function(){(await e.act.markAllRead()).ok&&(n(!0),t.current?.focus())}()}}>
<${Lt} name="check" />${f("Mark all as read")}
</button>`}
`}function Ni(){let e=d(re.value).filter(({membership:e})=>"invited"===e.standing);return 0===e.length?null:J`
<section>
<h2>${f("You are invited")}</h2>
<ul class="cards">
${e.map(({room:e})=>J`<li key=${e.room_id} class="card">
<h3>${e.name}</h3>
${e.about&&J`<p>${e.about}</p>`}
<div class="row">
<a
class="button main door-link"
href=${oe(e.room_id)}
aria-label=${f("Come in: {room}",{room:e.name})}
>
${f("Come in")}
</a>
</div>
</li>`)}
</ul>
</section>
`}function ji({listed:e,on_open:t,on_change:o}){let{room:n}=e,s="admin"===re.value.me?.role;return J`
<li class="card door-card">
<${co} room_id=${n.room_id} />
<h3>${n.name} <span class="tag">${f(Ci[n.access]??"")}</span></h3>
${n.about&&J`<p>${n.about}</p>`}
<div class="row">
${s?p(re.value)&&J`<button
type="button"
class="quiet"
aria-label=${f("Settings: {room}",{room:n.name})}
onClick=${()=>o(n)}
>
${f("Settings")}
</button>`:J`<button
type="button"
class="quiet door-link"
aria-label=${f("Look in: {room}",{room:n.name})}
onClick=${()=>t(e)}
>
${f("Look in")}
</button>`}
${a(re.value)&&J`<a
class="button quiet door-link"
href=${oe(n.room_id)}
aria-label=${f("Go in as moderator: {room}",{room:n.name})}
>
${f("Go in as moderator")}
</a>`}
</div>
</li>
`}function Yi({room:e}){return f(e?"Done.":"You are here already. It is still good for someone else.")}function Ei(){let e=fe(),t=e.invitation.value;return J`
<details open=${""!==t}>
<summary>${f("I was given a code")}</summary>
<${He} words=${f("Use it")} kind="quiet" ask=${async function({code:t=""}){let o=await e.ask_http("invite.use",{code:t});return o.ok&&(e.invitation.value="",await e.session.sync(),o.room&&e.router.go(oe(o.room.room_id))),o}} done=${Yi}>
<label class="field">
<span>${f("The code, or the whole link")}</span>
<input
name="code"
required
defaultValue=${t}
autocomplete="off"
autocapitalize="none"
spellcheck=${!1}
/>
</label>
<//>
</details>
`}function Li(){let e=fe(),{items:t,cursor:o,problem:n,known:a,load:s}=Pt(t=>e.ask("message.saved",{cursor:t}),e=>e.messages);aa(f("Saved messages"));let r=!("up"===ie.value)&&"starting"!==ie.value&&0===t.length,i=n||(a?"":f("One moment …")),l=r?f("What you saved can't be shown until you are back."):i;return J`
<section class="page saved" data-region>
<h1>${f("Saved messages")}</h1>
<p class="lead">
${f("Only you see what is here. When a message is taken back, or you leave its room, it goes from here as well.")}
</p>
${r||n||a?J`<p class="soft" role="status">${l}</p>`:J`<${na} count=${3} words=${l} />`}
${!l&&0===t.length&&J`<${$t}
picture="lantern"
words=${f("Nothing here yet. Words that did you good can be kept: choose “Save it for myself” in a message's menu.")}
/>`}
<ul class="found">
${t.map(e=>J`<${Oi} key=${e.message_id} message=${e} />`)}
</ul>
<${Rt} cursor=${o} words=${f("Show more")} load=${s} />
</section>
`}function Oi({message:e}){let t=fe(),[o,n]=Z(!0);return J`
<${$o} message=${e} room=${re.value.rooms[e.room_id]?.room.name}>
<button type="button" class="plain" onClick=${()=>{!async function(){(await t.act.save(e.message_id,!o,{quietly:!0})).ok&&n(!o)}()}}>
${f(o?"Keep it no longer":"Keep it after all")}
</button>
<//>
`}function zi(){return aa(f("Search")),J`
<section class="page" data-region>
<a class="back" href="/app">${f("All rooms")}</a>
<h1>${f("Search")}</h1>
<${gn} />
</section>
`}var Di="chat.appearance",Hi=Object.freeze([100,125,150,200]);function Ri(e){let{theme:t,text:o,compact:n}=e??{};return{theme:"light"===t||"dark"===t?t:"system",text:Hi.includes(o)?o:100,compact:!0===n}}function Pi({title:e,name:t,chosen:o,among:n,on_choose:a}){return J`
<fieldset>
<legend>${e}</legend>
<div class="choices">
${n.map(([e,n,s])=>J`<label key=${e} class="choice">
<input
type="radio"
name=${`appearance-${t}`}
checked=${e===o}
onChange=${()=>a(e)}
/>
${s&&J`<${Lt} name=${s} />`}
<span>${n}</span>
</label>`)}
</div>
</fieldset>
`}import{aM as Ki,aN as Ui}from"./main-1e4a334e76.js";var Fi="chat.discreet";function Vi(){let{device:e}=fe(),[t,o]=Z(()=>!0===e.get(Fi)),n=document.documentElement.dataset.neutral??"";return Q(()=>{let t=()=>o(!0===e.get(Fi));return addEventListener("storage",t),()=>removeEventListener("storage",t)},[]),J`
<section>
<label class="check">
<input
type="checkbox"
checked=${t}
onChange=${t=>function(t){o(t),t?e.set(Fi,!0):e.remove(Fi),dispatchEvent(new Event("appearance"))}(t.target.checked)}
/>
<span>${f("Call this place “{name}” on this device",{name:n})}</span>
</label>
<p class="soft">
${f("Its name, its sign and the titles of its pages then say nothing: in the tab, in the list of windows and on the home screen. The address stays what it is, and so does what the pages say. Only this browser knows of it.")}
</p>
</section>
`}function Bi(){return J`
<section>
<h2>${f("On your home screen")}</h2>
<p>
${f("It then opens like an app, and help now is there without a network. If it is to have the plain name, choose that first. An icon that is there already keeps its name: remove it, and put it there anew.")}
</p>
${Ki()?J`<button type="button" class="quiet" onClick=${()=>{Ui()}}>
${f("Put it on my home screen")}
</button>`:J`<p class="soft">
${f("In your browser’s menu, look for “Add to home screen” or “Install”.")}
</p>`}
</section>
`}function Gi(){let e=J`<a href="/exit">${f("what it does, and what it can’t")}</a>`;return J`
<section>
<h2>${f("Quick exit")}</h2>
<p>
${y("The button at the top of every page, or the Shift key three times. Read {link}.",{link:e})}
</p>
</section>
`}function Ji(){let e=fe();return J`
<${Pe}
words=${f("Do without it")}
sure=${f("Yes, do without it")}
on_press=${()=>{!async function(){let t=await e.step_up.withStepUp(()=>e.api("DELETE","/api/second-factor"));if(!t.ok)return e.tellRefusal(t);se(e=>({...e,account:{...e.account,second_factor:!1}})),e.tell(f("Your passphrase alone opens your account now.")),wo()}()}}
>
<p>${f("Then your name and passphrase alone open your account.")}</p>
<//>
`}function Qi({sign_in:e,on_end:t}){let o=fe(),{current:n,started_on:a}=e,s=function(e){return f("phone"===e?"A phone":"computer"===e?"A computer":"program"===e?"A program":"A device")}(e.device),r=f("Since {day}",{day:$e(a,o.now())});return J`
<li class="card">
<p><b>${s}</b>${n&&J` <span class="tag">${f("this one")}</span>`}</p>
<p class="soft small">${r}</p>
${!n&&J`<button
type="button"
class="quiet"
aria-label=${f("Sign out there: {device}. {since}",{device:s,since:r})}
onClick=${t}
>
${f("Sign out there")}
</button>`}
</li>
`}function Xi({name:e,legend:t,options:o}){let n=fe();return J`
<fieldset>
<legend>${t}</legend>
${o.map(([t,o])=>J`<label key=${t} class="check">
<input
type="radio"
name=${e}
checked=${le.value[e]===t}
onChange=${()=>n.writing.choose({[e]:t})}
/>
<span>${o}</span>
</label>`)}
</fieldset>
`}var Zi=[{title:w("Me, here"),sections:[{name:"name",icon:"person",title:w("My name here"),part:function(){let e=fe(),{me:t}=re.value;return J`
<p>${f("You are {handle} here.",{handle:t?.handle??""})}</p>
<${He}
words=${f("Go by this name")}
ask=${({handle:t})=>e.ask_http("handle.change",{handle:t})}
done=${e=>f("You are {handle} now, everywhere.",{handle:e.user.handle})}
>
<label class="field">
<span>${f("A new name")}</span>
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
${f("Everyone sees only the new name, within a second, also above what you wrote before and where people mentioned you with @. What others typed out by hand stays as they wrote it. Nobody else can take your old name. You can change it once a day.")}
</p>
<//>
`}},{name:"seen",icon:"eye",title:w("Who may see that I am here"),about:w("Shown or only counted; just reading"),part:function(){let e=fe(),{me:t}=re.value,[o,n]=Z(""),a=!0===t?.visible,s=!0===t?.reading,r=ee({});async function i(t){let o={visible:a,reading:s,...r.current,...t};r.current=o;let i=await e.act.showMe(o.visible,o.reading);r.current===o&&(r.current={}),n(i.ok?f("Kept."):"")}return J`
<fieldset>
<legend class="unseen">${f("Who may see that I am here")}</legend>
<label class="check">
<input
type="radio"
name="seen"
checked=${!a}
onChange=${()=>i({visible:!1})}
/>
<span>${f("Only count me. Nobody sees my name until I write.")}</span>
</label>
<label class="check">
<input type="radio" name="seen" checked=${a} onChange=${()=>i({visible:!0})} />
<span>${f("Show my name to the people in my rooms while I am there.")}</span>
</label>
</fieldset>
<label class="check">
<input
type="checkbox"
checked=${s}
onChange=${e=>i({reading:e.target.checked})}
/>
<span>${f("I'm just reading. That is fine; nobody waits for me to write.")}</span>
</label>
<p class="soft small" role="status">${o}</p>
`}},{name:"blocked",icon:"block",title:w("People I have blocked"),part:function(){let e=fe(),{items:t,cursor:o,problem:n,known:a,load:s}=Pt(t=>e.ask_http("user.blocks",{cursor:t}),e=>e.people,[re.value.blocks]),{list:r,leaves:i}=mo(),l=a&&0===t.length;return J`
${n&&J`<p class="problem" role="alert">${n}</p>`}
${l&&J`<${$t}
picture="mug"
words=${f("Nobody. You can block someone from a message of theirs.")}
/>`}
<ul class="people" ref=${r}>
${t.map(t=>{let o=t.handle||f("Someone");return J`<li key=${t.user_id} class="person">
<div class="person-row">
<span class="who">${o}</span>
<button
type="button"
class="quiet"
aria-label=${f("Unblock {handle}",{handle:t.handle||f("someone")})}
onClick=${()=>async function(t,o){i(),(await e.act.block(t,!1)).ok&&(e.tell(f("{handle} is no longer blocked.",{handle:o})),await s(null))}(t.user_id,o)}
>
${f("Unblock")}
</button>
</div>
</li>`})}
</ul>
<${Rt} cursor=${o} load=${s} />
`}}]},{title:w("On this device"),sections:[{name:"appearance",icon:"sun",title:w("Appearance"),about:w("Light or dark, how large, how close"),part:function(){let{device:e}=fe(),[t,o]=Z(()=>Ri(e.get(Di)));function n(n){let a={...t,...n};o(a),e.set(Di,a),dispatchEvent(new Event("appearance"))}return Q(()=>{let t=()=>o(Ri(e.get(Di)));return addEventListener("storage",t),()=>removeEventListener("storage",t)},[]),J`
<div class="stack appearance">
<${Pi}
title=${f("Light or dark")}
name="theme"
chosen=${t.theme}
among=${[["system",f("As this device has it"),"device"],["light",f("Light"),"sun"],["dark",f("Dark"),"moon"]]}
on_choose=${e=>n({theme:e})}
/>
<${Pi}
title=${f("Size of the letters")}
name="text"
chosen=${t.text}
among=${Hi.map(e=>[e,f("{percent} %",{percent:v(e)})])}
on_choose=${e=>n({text:e})}
/>
<label class="check">
<input
type="checkbox"
checked=${t.compact}
onChange=${e=>n({compact:e.target.checked})}
/>
<span>${f("Closer together: more fits on the screen")}</span>
</label>
<p class="soft small">${f("This is kept on this device alone.")}</p>
</div>
`}},{name:"writing",icon:"edit",title:w("Writing and being told"),about:w("Enter, typing, single keys, what is read aloud"),part:function(){let e=fe(),t=le.value;return J`
<div class="stack">
<p class="soft">${f("On this device only.")}</p>
<${Xi}
name="enter_sends"
legend=${f("The Enter key")}
options=${[["auto",f("Sends where there is a keyboard; on a phone it begins a new line")],["always",f("Always sends")],["never",f("Always begins a new line")]]}
/>
<${Xi}
name="announce"
legend=${f("A screen reader tells new messages")}
options=${[["all",f("All of them")],["mentions",f("Only those that name me")],["off",f("None")]]}
/>
<label class="check">
<input
type="checkbox"
checked=${t.typing}
onChange=${t=>e.writing.choose({typing:t.target.checked})}
/>
<span>${f("Others may see that someone is writing while I write")}</span>
</label>
<label class="check">
<input
type="checkbox"
checked=${t.single_keys}
onChange=${t=>e.writing.choose({single_keys:t.target.checked})}
/>
<span>${f("Single letters do things while the list of messages has the focus")}</span>
</label>
<div>
<button type="button" class="quiet" onClick=${()=>At("shortcuts")}>
${f("Show all keys")}
</button>
</div>
</div>
`}},{name:"reading",icon:"hide",title:w("What I would rather not see"),about:w("Topics that are folded for me"),part:function(){let{hidden:e}=fe(),t=e.topics.value;return J`
<fieldset>
<legend>${f("What would you rather not come upon?")}</legend>
<p class="soft small">
${f("Messages that their authors marked so are folded for you; you can still open each. This is kept on this device only, until you sign out: nobody else learns of it.")}
</p>
${Pn.map(o=>J`<label key=${o} class="check">
<input
type="checkbox"
name=${o}
checked=${t.includes(o)}
onChange=${t=>e.set(o,t.target.checked)}
/>
<span>${Fn(o)}</span>
</label>`)}
</fieldset>
`}},{name:"discreet",icon:"shield",title:w("What others may find here"),about:w("A neutral name, the home screen, the quick exit"),part:function(){return J`
<div class="stack discreet">
<${Vi} />
<${Bi} />
<${Gi} />
</div>
`}}]},{title:w("My ways in"),sections:[{name:"sign-ins",icon:"device",title:w("Where I am signed in"),about:w("Sign out a phone or computer"),part:function(){let e=fe(),[t,o]=Z([]),[n,a]=Z(""),{list:s,leaves:r}=mo(),i="up"===ie.value;async function l(){let t=await e.ask_http("sign_in.list",{});if(!t.ok)return a(_(t.error,e.now()));a(""),o(t.sign_ins)}return Q(()=>{i&&l()},[i]),J`
${n&&J`<p class="problem" role="alert">${n}</p>`}
<ul class="cards" ref=${s}>
${t.map(t=>J`<${Qi}
key=${t.sign_in_id}
sign_in=${t}
on_end=${()=>async function(t){let o=await e.ask_http("sign_in.end",{sign_in_id:t});if(!o.ok)return e.tellRefusal(o);r(),e.tell(f("Signed out there.")),await l()}(t.sign_in_id)}
/>`)}
</ul>
<p class="soft small">
${y("Something you don't know? Sign it out, and choose {link}.",{link:J`<a href="/app/settings/passphrase">${f("a new passphrase")}</a>`})}
</p>
`}},{name:"passphrase",icon:"key",title:w("A new passphrase"),part:function(){let e=fe();return J`
<p>
${f("A few unrelated words make a good one. Everywhere else you are signed out by it.")}
</p>
<${He}
words=${f("Save")}
ask=${async function({passphrase:t,new_passphrase:o,code:n}){let a=(n??"").replaceAll(/\s/g,""),s={passphrase:t,new_passphrase:o,...a?{code:a}:{}},r=await e.api("POST","/api/passphrase",s);return r.ok&&await e.renewed(),r}}
done=${()=>f("Saved. Everywhere else you are signed out.")}
>
<label class="field">
<span>${f("Your passphrase now")}</span>
<input name="passphrase" type="password" required autocomplete="current-password" />
</label>
<${jn} />
<label class="field">
<span>${f("A new passphrase")}</span>
<input name="new_passphrase" type="password" required autocomplete="new-password" />
</label>
<//>
`}},{name:"codes",icon:"lock",title:w("Recovery codes"),about:w("For when the passphrase is lost"),part:function(){let e=fe(),[t,o]=Z([]);if(t.length>0){let e=J`<${Ko} text=${t.join("\n")} words=${f("Copy them")} /> <${Uo} />`;return J`
<${Ro}
title=${f("Your new codes, shown only now")}
on_paper
on_done=${function(){o([]),wo()}}
more=${e}
>
<p>${f("Write them down, and keep them where only you look. Each works once.")}</p>
<${Po} codes=${t} />
<//>
`}return J`
<p>${f("One of them opens your account when the passphrase or the phone is lost.")}</p>
<${Pe}
words=${f("Make new codes")}
sure=${f("Yes, make new ones")}
on_press=${()=>{!async function(){let t=await e.step_up.withStepUp(()=>e.api("POST","/api/recovery-codes",{}));if(!t.ok)return e.tellRefusal(t);o(t.recovery_codes)}()}}
>
<p>${f("The codes you have now stop working.")}</p>
<//>
`}},{name:"second-factor",icon:"phone",title:w("Authenticator app"),about:w("Six digits beside the passphrase"),part:function(){let{account:e}=re.value,t=s(re.value);return e.second_factor?J`
<p>
${f("Signing in asks for six digits from your app.")}${" "}
${t&&f("Whoever looks after the place needs it.")}
</p>
<p><a class="button quiet" href="/second-factor">${f("Use another app or phone")}</a></p>
${!t&&J`<${Ji} />`}
`:J`
<p>
${f(t?"You look after this place: what you may do works once this is set up.":"With it, your passphrase alone opens nothing. Nobody needs it to be here.")}
</p>
<p><a class="button quiet" href="/second-factor">${f("Set it up")}</a></p>
`}}]},{title:w("My data"),sections:[{name:"data",icon:"take",title:w("Take my data with me"),about:w("Everything that is kept of me"),part:vn},{name:"decided",icon:"shield",title:w("What was decided about me"),about:w("And asking for another look"),part:function(){return J`
<p class="soft">${f("Only you see this, and those who keep this place.")}</p>
<${Ze} />
`}},{name:"leaving",icon:"leave",title:w("Leaving"),part:_n}]}];function el(){let{me:e}=re.value;return e?J`<${sa}
title=${f("Settings")}
lead=${f("You are {handle} here.",{handle:e.handle})}
base=${"/app/settings"}
groups=${Zi}
/>`:J`<p class="soft pad" role="status">${f("One moment …")}</p>`}var tl=St(async()=>(await(import("./later-1e4a334e76.js"))).DecidedList),ol=St(async()=>(await(import("./later-1e4a334e76.js"))).SettingsData),nl=St(async()=>(await(import("./later-1e4a334e76.js"))).SettingsLeaving);function al(){let{account:e}=re.value,t="waiting"===e.state;return J`
<section class="page narrow standing" data-region>
${t?J`<${ll} />`:"banned"===e.state?J`<${cl} />`:J`<${ul} />`}
<${sl} />
${"banned"===e.state&&J`<h2>${f("What was decided about you")}</h2>
<${tl} />`}
<h2>${f("If you need someone now")}</h2>
<${xi} />
<h2>${f("My data")}</h2>
<${ol} />
${t&&J`<h2>${f("Leaving")}</h2>
<${nl} />`}
</section>
`}function sl(){return Object.values(re.value.rooms).filter(({room:e})=>"support"===e.kind).map(({room:e})=>J`<p class="lead" key=${e.room_id}>
<a href=${oe(e.room_id)}>
${e.other?f("A talk with {handle}",{handle:e.other.handle}):f("A talk")}
</a>
</p>`)}function rl(){return aa(f("Signed out")),J`
<section class="page narrow standing" data-region>
<${ht} name="house" />
<h1>${f("Signed out")}</h1>
<p class="soft">${f("Nothing of yours is shown here any more.")}</p>
<p><a href="/help">${f("Help now is there for you all the same.")}</a></p>
</section>
`}function il(){let e=fe();return J`<button type="button" class="quiet" onClick=${()=>{e.sign_out()}}>
${f("Sign out")}
</button>`}function ll(){return aa(f("Almost in")),J`
<${ht} name="doorstep" />
<h1>${f("Almost in")}</h1>
<p class="lead">
${f("We have told those who keep this place that you are at the door. When one of them lets you in, this page changes by itself. You can close it and come back.")}
</p>
<p class="row"><${il} /></p>
`}function cl(){let e=fe(),{ban:t}=re.value.account;return aa(f("Not for now")),J`
<${ht} name="gate" />
<h1>${f("You can't take part for now")}</h1>
<p class="lead">
${t?.until?f("Until {at}.",{at:ue(t.until,e.now())}):f("Until somebody lets you back in.")}${" "}
${t?Ae(t.reason):""}
</p>
<p>${f("A person decided this, not a machine. “I need to talk” still works, below.")}</p>
<p class="row"><${il} /></p>
`}function ul(){let e=fe(),{erasing_until:t}=re.value.account,[o,n]=Z("");return aa(f("Leaving")),J`
<${ht} name="road" />
<h1>${f("You are leaving")}</h1>
<p class="lead">
${f("Nobody sees you any more, nor what you wrote.")}${" "}
${t&&f("From {at} on it is removed for good; until then you can stay after all.",{at:ue(t,e.now())})}
</p>
${o&&J`<p class="problem" role="alert">${o}</p>`}
<p class="row">
<button type="button" class="main" onClick=${async function(){let t=await e.ask_http("account.keep",{});if(!t.ok)return n(_(t.error,e.now()));await e.session.resume()}}>${f("Stay after all")}</button>
<${il} />
</p>
`}var dl="/service-worker.js";function pl({on_newer:e=()=>{}}={}){let t=navigator.serviceWorker,o=null,n=Date.now(),a=!1;if(!t)return{take(){}};let s=!!t.controller;return t.addEventListener("controllerchange",()=>{s&&a?location.reload():s&&e(),s=!0}),document.addEventListener("visibilitychange",()=>{"hidden"===document.visibilityState||Date.now()-n<36e5||(n=Date.now(),o?.update().catch(()=>{}))}),async function(){try{o=await t.register(function(){let{trustedTypes:e}=globalThis;return e?e.createPolicy("service-worker",{createScriptURL:()=>dl}).createScriptURL(dl):dl}(),{scope:"/",updateViaCache:"none"})}catch{return}o&&(o.waiting&&t.controller&&e(),o.addEventListener("updatefound",()=>{let n=o?.installing;n?.addEventListener("statechange",()=>{"installed"===n.state&&t.controller&&e()})}))}(),{take(){a=!0,o?.waiting?o.waiting.postMessage("take-over"):location.reload()}}}export{Qe as APPEAL_MAX_CHARS,So as AtMyDoor,ge as Card,ye as CardState,Va as CareView,jn as CodeField,Fe as DecideAbout,Xe as Decided,Ze as DecidedList,ct as EditBox,$t as Empty,wt as Ended,gi as FollowUp,Si as GuidelinesView,Ti as HelpView,It as Keys,Ai as Lobby,Bt as MessageActions,uo as Names,gt as Newer,To as NotOpen,po as OddLinkDialog,rl as OverView,pt as PICTURE_NAMES,ht as Picture,go as PinnedDialog,yo as RestoreBanner,ko as RoomAside,Ao as RoomForm,on as RoomGuidelines,nn as RoomInvites,Wo as RoomKeys,No as RoomList,tn as RoomMenu,ln as RoomPace,hn as Roster,Li as Saved,gn as Search,wn as SearchDialog,zi as SearchView,vn as SettingsData,_n as SettingsLeaving,el as SettingsView,Sn as ShellMenu,An as Shortcuts,al as StandingView,qn as StepUpDialog,On as Switcher,Rn as Unsent,Dn as UnsentList,Vn as WarningForm,Gn as WhyMuted,F as changed,A as createActions,G as createNewsHere,Qn as createQuotes,Zn as createStepUp,ta as doorWords,pl as keepPage,At as openKeys,V as rang,Je as rowWords,oa as siteNews,ve as stageWords,ea as toldWords};