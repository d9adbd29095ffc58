/* With parts by others; their names and licences: /vendor/licences.txt */
import{a as e,b as t,c as o,d as n,ah as a}from"./main-2e7caf6625.js";import{e as s,I as r,W as l,X as i,aa as c,ak as u,aq as d}from"./main-2e7caf6625.js";import{f as p,j as $,k as h,l as m,r as f,K as w,Q as y,ai as g,aj as k,al as b,aI as v,aO as _,aP as S}from"./main-2e7caf6625.js";import{g as M,T as C,Y as x,am as T,aG as A,aJ as I}from"./main-2e7caf6625.js";function q({ask:a,change:r,tell:l,sync:i,now:c,new_nonce:u,reading:d}){async function $(e,t){let o=await a(e,t);return o.ok||l(function(e){return"offline"===e.code?s("That was not done: you are offline just now."):"no_answer"===e.code?s("No answer came. Please look whether it was done, and try again."):M(e,c())}(o.error)),o}return{async join(e,t){let o=await a("room.join",{room_id:e,guidelines_version:t});return o.ok&&await i(),o},async leave(e){r(t=>p(t,e,{leaving:!0}));let t=await $("room.leave",{room_id:e});return t.ok||r(t=>p(t,e,{leaving:!1})),t.ok&&await i(),t},async createRoom({retention_days:e,...t},o){let n=await a("room.create",{...t,...null===e?{}:{retention_days:e},nonce:o});return n.ok&&await i(),n},updateRoom:(e,{retention_days:t,...o})=>a("room.update",{room_id:e,...o,...null===t?{}:{retention_days:t}}),admit:(e,t)=>$("room.admit",{room_id:e,user_id:t}),refuse:(e,t)=>$("room.refuse",{room_id:e,user_id:t}),remove:(e,t)=>$("room.remove",{room_id:e,user_id:t}),mute:e=>$("room.mute",e),setRelation:e=>$("room.set_relation",e),edit:(e,t,o=null)=>a("message.edit",{message_id:e,body:t,...o&&{...o,topics:[...o.topics]}}),takeBack:e=>$("message.delete",{message_id:e}),hide:e=>$("message.hide",e),async react(e,t,n){let a=await $("message.react",{message_id:e,reaction:t,on:n});return a.ok&&r(a=>o(a,e,t,n)),a},async pin(e,t){let o=await $("message.pin",{message_id:e,on:t});return o.ok&&t&&l(s("Pinned. It is one tap away for everyone here.")),o},async save(e,t,{quietly:o=!1}={}){let a=await $("message.save",{message_id:e,on:t});return a.ok&&(r(o=>n(o,e,t)),t&&!o&&l(s("Saved. Only you see it, under Menu, Saved messages."))),a},async markUnread(e,{seq:o}){d.back(e,o-1);let n=await $("read.mark",{room_id:e,seq:o-1,back:!0});return n.ok?(r(n=>t(n,e,o)),l(s("From here on it is new again.")),await i(),n):(d.release(e),n)},async markAllRead(){let t=await $("read.mark_all",{});return t.ok&&r(e),t},async report(e,t){let o=t?await a("message.report",{...e,nonce:t}):await $("message.report",{...e,nonce:u()});return o.ok&&l(s("Thank you. It is kept for the moderators, and only they see that it was you.")),o},async worry(e){let t=await a("message.concern",e);return t.ok&&(l(s("Thank you. The moderators know, and you hear when someone has this.")),await i()),t},async showMe(e,t){let o=await $("presence.set",{visible:e,reading:t});return o.ok&&r(o=>({...o,me:o.me&&{...o.me,visible:e,reading:t}})),o},async block(e,t){let o=await $("user.block",{user_id:e,blocked:t});return o.ok&&t&&l(s("Done. You won't see each other, and they are not told.")),o}}}import{h as W}from"./main-2e7caf6625.js";import{i as N}from"./main-2e7caf6625.js";function E(e){return"asked_at"in e?e.asked_at:e.reported_at}function j(e,t){setTimeout(t,e)}var Y=W([]),O=null,L=null,R=0;function D(){try{return O??=new AudioContext,O.resume(),F(O,0),!0}catch{return!1}}function H(){return"granted"===globalThis.Notification?.permission}function z(e){P([...Y.peek().filter(e=>"test"===e.what),...e])}function P(e){let t=e.some(e=>!Y.peek().some(t=>t.alert_id===e.alert_id));if(Y.value=e,0===e.length)return U();t&&(U(),R=Date.now(),L=setInterval(K,6e3),K(),function(){if(H()&&"visible"!==document.visibilityState)try{new Notification(s("You have a new message"),{tag:"duty"}).onclick=()=>window.focus()}catch{}}())}function K(){if(Date.now()-R>12e4)return U();"running"===O?.state&&F(O,.2);try{navigator.vibrate?.([200,100,200])}catch{}}function U(){clearInterval(L),L=null}function F(e,t){for(let[o,n]of[[0,523],[.35,659]]){let a=e.currentTime+o,s=e.createOscillator(),r=e.createGain();s.frequency.value=n,r.gain.setValueAtTime(0,a),r.gain.linearRampToValueAtTime(t,a+.03),r.gain.linearRampToValueAtTime(0,a+.3),s.connect(r).connect(e.destination),s.start(a),s.stop(a+.32)}}var B=W({nth:0,case_id:""}),G=W(0);async function V({ask:e}){let t=await e("duty.show",{});t.ok&&z(t.ringing)}function J(e){return function(e){let{ask:t,device:o,state:n,change:a,later:r=j}=e,l=!1,i=()=>`${N(n().me?.user_id??"")}seen`;function c(){return{help:0,reports:0,...o.get(i())}}let u=(e,t)=>e.filter(e=>e>t).length;function d(e){o.set(i(),{...c(),...e})}async function p(){l=!1;let e=await t("case.count",{});if(!e.ok)return;let o=Object.values(e.waiting).reduce((e,t)=>e+t,0);a(e=>({...e,cases_waiting:o}))}return{hear:async t=>"report.made"===t.kind?a(e=>({...e,reports_new:(e.reports_new??0)+1})):"help.asked"===t.kind?a(e=>({...e,help_new:(e.help_new??0)+1})):"case.changed"!==t.kind?("alert.rang"===t.kind&&a(e=>m(e,s("It rings for you: please look at Follow-up."))),e.duty_changed?.()):(e.case_changed?.(t.case_id),void(!l&&(l=!0,r(500,()=>{p()})))),async look(){if(h(n())&&n().account.proven&&await async function(){let e=await t("staff.overview",{});if(!e.ok)return;let o=e.proposals.filter(e=>"waiting"===e.state).length;a(t=>({...t,staff_new:e.waiting.length+o}))}(),!$(n()))return;await p();let e=await t("help.list",{});if(e.ok){let t=u(e.requests.map(E),c().help);a(e=>({...e,help_new:t}))}let o=await t("report.list",{});if(o.ok){let e=o.reports.filter(e=>null===e.closed_at),t=u(e.map(E),c().reports);a(e=>({...e,reports_new:t}))}},async helpSeen(e){d({help:Math.max(c().help,...e.map(E))}),a(e=>({...e,help_new:0}))},async reportsSeen(e){d({reports:Math.max(c().reports,...e.map(E))}),a(e=>({...e,reports_new:0}))}}}({...e,case_changed:t=>{B.value={nth:B.peek().nth+1,case_id:t},Y.peek().length>0&&V(e)},duty_changed:()=>{G.value+=1,V(e)}})}import{m as Q}from"./main-2e7caf6625.js";import{n as X,o as Z,p as ee,A as te,Z as oe}from"./main-2e7caf6625.js";import{q as ne,P as ae,aF as se}from"./main-2e7caf6625.js";import{s as re,t as le,u as ie,v as ce,L as ue,as as de}from"./main-2e7caf6625.js";import{w as pe,R as $e,ad as he,ae as me,aE as fe}from"./main-2e7caf6625.js";import{x as we}from"./main-2e7caf6625.js";import{y as ye}from"./main-2e7caf6625.js";import{z as ge}from"./main-2e7caf6625.js";function ke(){let e=ye(),t=Z(),o=ie.value.account.cards?.mine??null,{view:n}=e.router.route.value,a=o&&!o.away&&f(ie.value)&&!re.has(ce.value);return function(){let e=ye(),{me:t,account:o}=ie.value,n=Math.max(0,...(o.cards?.worries??[]).map(e=>e.heard_at??0));X(()=>{let o=`${N(t?.user_id??"")}worries_heard`;n<=(e.device.get(o)??0)||(e.device.set(o,n),e.tell(s("You were worried about somebody. Someone has this.")))},[n])}(),function(e){let t=ye(),o=e?Se(e,t.now()):"";X(()=>{o&&we.say(o)},[o])}(a?o:null),a&&"help"!==n?Q`
<section class="my-card" data-region aria-labelledby=${t}>
<h2 id=${t}>${s("Only you see this")}</h2>
<${ve} mine=${o} />
${"over"!==o.stage&&Q`<div class="brief"><${ge} /></div>`}
<p><button type="button" class="quiet" onClick=${async function(){let t=await e.ask("card.put_away",{away:!0});if(!t.ok)return e.tellRefusal(t);await Ce(e),document.getElementById("main")?.focus(),e.tell(s("Put away. “Help now” still has it."))}}>${s("Put this away")}</button></p>
</section>
`:null}function be(){let e=ie.value.account.cards?.mine;return!e||re.has(ce.value)?null:Q`<section class="card-state" role="status"><${ve} mine=${e} /></section>`}function ve({mine:e}){let t=ye(),{stage:o,by:n,room_id:a}=e;return function({stage:e}){let t=ye(),o="heard"===e||"nobody_on_duty"===e;X(()=>{if(!o)return;let e=setInterval(()=>{"visible"===document.visibilityState&&"up"===ce.peek()&&Ce(t)},6e4);return()=>clearInterval(e)},[o])}(e),Q`
<p>${Se(e,t.now())}</p>
${"in_contact"===o&&a&&Q`<p>
<a class="button main" href=${ne(a)}>
${s("Read what {handle} wrote",{handle:n?.handle??""})}
</a>
</p>`}
${["heard","nobody_on_duty","someone_has_it"].includes(o)&&Q`<${_e} mine=${e} />`}
`}function _e({mine:e}){let t=ye(),[o,n]=ee(!1),[a,r]=ee(""),{wants:l}=e;async function i(e){n(!0),r("");let o=await t.ask("card.answer",{answer:e});o.ok?await Ce(t):r(M(o.error,t.now())),n(!1)}let c=Q`<button
type="button"
class=${null===l?"main":"quiet"}
aria-disabled=${o}
onClick=${()=>o||i("yes")}
>
${s(null===l?"Yes, please":"Yes, please write after all")}
</button>`,u=Q`<button
type="button"
class="quiet"
aria-disabled=${o}
onClick=${()=>o||i("not_now")}
>
${s(null===l?"Not now":"Not now after all")}
</button>`,d={true:s("You said: yes, please."),false:s("You said: not now.")};return Q`
<div class="card-question" role="group" aria-label=${s("Shall one of us write to you?")}>
<p>${null===l?s("Shall one of us write to you?"):d[`${l}`]}</p>
<div class="row">${!0!==l&&c}${!1!==l&&u}</div>
${a&&Q`<p class="problem" role="alert">${a}</p>`}
</div>
`}function Se(e,t){let{stage:o,by:n,wants:a,asked:r,given_back:l,next_duty_at:i}=e,c=n?.handle??s("Someone"),u=r?"":s("That sounded heavy."),d=l?s("Whoever had this can’t go on with it just now."):"",p=a?s("We have kept your request."):"",$=s("You can talk to someone now:");switch(o){case"someone_has_it":return s(!1===a?"{handle} has read what you wrote. Nobody writes unless you say so.":"{handle} has read what you wrote and will write to you in a moment.",{handle:c});case"in_contact":return s("{handle} is talking with you.",{handle:c});case"over":return s("This is closed for now. “I need to talk” is there whenever you want.");case"heard":return Me(u,d,p,s("One of us is on duty. Here it says who has this, as soon as somebody does."),$);default:return Me(u,d,i?s("None of us is here until {time}.",{time:pe(i,t)}):s("None of us is here right now."),p,$)}}function Me(...e){return e.filter(Boolean).join(" ")}async function Ce(e){let t=await e.ask("case.card",{});t.ok&&le(e=>({...e,account:{...e.account,cards:t.cards}}))}import{B as xe,C as Te,D as Ae}from"./main-2e7caf6625.js";import{E as Ie}from"./main-2e7caf6625.js";import{F as qe,G as We,H as Ne}from"./main-2e7caf6625.js";function Ee({timeline:e,message:t,my_id:o,takes_focus:n,on_done:a,on_new:r}){let l=ye(),{message_id:i}=t,c=function({warning:e,topics:t}){return{warning:e??"",topics:t??[]}}(t),[u,d]=ee(()=>{let n=l.drafts.readChange(o,e.room_id);return n?.message_id===i?n:{message_id:i,body:t.body,...c}}),[p,$]=ee(""),[h,m]=ee(!1),[f,w]=ee(!1),[y,g]=ee(!1),k=te(null),{body:b,warning:v,topics:_}=u;function S(t){let n={...u,...t};d(n),w(!1),l.drafts.keepChange(o,e.room_id,n)}let C=Ie({warning:v,topics:_},S);function x(){l.drafts.keepChange(o,e.room_id,null),a()}async function T(){if(y||!b.trim()||Ne(b))return;let e=Ae(b),o=je(c,u);if(e===t.body&&o)return x();k.current=e,g(!0),$("");let n=await l.act.edit(i,e,o?null:{warning:v,topics:_});if(g(!1),n.ok)return x();"edit_window_over"===n.error.code&&m(!0),$(function(e,t){return"offline"===e.code?s("Not changed yet: you are offline just now. Your words are kept here."):"no_answer"===e.code?s("No answer came. Please look whether it changed, and try again."):M(e,t)}(n.error,l.now()))}let A=null!==k.current&&t.body===k.current;return X(()=>{A&&p&&je(c,u)&&x()},[A,p]),Q`
<form
class="composer editing"
data-region
onSubmit=${e=>{e.preventDefault(),T()}}
>
<${xe}
words=${s("Changing your message")}
cancel=${s("Leave it as it was")}
on_cancel=${x}
/>
${C.strip}
<div class="compose-row">
<${We}
label=${s("Your message")}
value=${b}
focus=${n}
target
names=${{timeline:e,my_id:o}}
on_words=${e=>S({body:e})}
on_send=${()=>{T()}}
on_escape=${function(){f||b===t.body&&je(c,u)?x():w(!0)}}
/>
<${Te} body=${b} busy=${y} words=${s("Save")} />
</div>
<${qe} value=${b} />
<p class="soft small" role="status">
${f&&s("Press Escape once more to leave the words as they were.")}
</p>
${p&&Q`<p class="problem" role="alert">${p}</p>`}
${h&&Q`<button
type="button"
class="quiet"
onClick=${()=>{r(b),x()}}
>
${s("Write it as a new message")}
</button>`}
<div class="compose-foot">
${C.add}
</div>
</form>
${C.form}
`}function je(e,t){return e.warning===t.warning&&String(e.topics)===String(t.topics)}var Ye=Object.freeze({circle:[["glow faint","M22 92a78 20 0 1 0 156 0a78 20 0 1 0-156 0"],["near","M92 84h16l4 22H88z"],["glow","M93 84V74a7 7 0 0 1 14 0v10z"],["tint-3","M52 74a10 10 0 1 0-.1 0M32 106c0-22 8-30 20-30s20 10 20 30z"],["tint-4","M148 74a10 10 0 1 0-.1 0M128 106c0-22 8-30 20-30s20 10 20 30z"],["tint-0","M76 62a8 8 0 1 0-.1 0M62 90c0-19 5-26 14-26s14 8 14 22c-6 4-20 6-28 4"],["tint-6","M124 62a8 8 0 1 0-.1 0M110 86c0-16 5-22 14-22s14 7 14 26c-8 2-22 0-28-4"]],lantern:[["far","M6 104c46-18 90-12 122-6s46 0 66-2v12H6z"],["deep","M140 104V34q0-13-13-13h-14v-5h15q17 0 17 18v70z"],["glow faint","m100 48-30 58h74l-28-58z"],["deep","M97 30h22l6 8H91z"],["glow","M93 38h30l-4 20H97z"]],mug:[["near","M62 46h62v34a24 24 0 0 1-24 24H86a24 24 0 0 1-24-24zM122 54h10a14 14 0 0 1 0 28h-10v-6h9a8 8 0 0 0 0-16h-9z"],["deep","M62 46a31 7 0 1 0 62 0a31 7 0 1 0-62 0"],["far","M78 34c-8-8 6-12-1-22 12 8-2 14 4 22zM94 34c-8-8 6-12-1-22 12 8-2 14 4 22zM110 34c-8-8 6-12-1-22 12 8-2 14 4 22z"]],boat:[["far","M10 92q15-9 30 0t30 0 30 0 30 0 30 0 30 0v14H10z"],["deep","M46 78h108c-5 15-17 20-32 20H78c-15 0-27-5-32-20"],["near","M96 14v58H62z"],["glow","M104 24l34 48h-34z"]],house:[["far","M6 104c42-22 84-16 120-8s48 0 68-4v16H6z"],["deep","M66 102V60l34-30 34 30v42zM120 30h9v18h-9z"],["glow","M91 102V84a9 9 0 0 1 18 0v18zM76 66h12v12H76zM112 66h12v12h-12z"]]}),Oe=Object.keys(Ye);function Le({name:e}){return Q`<svg class="picture" viewBox="0 0 200 120" aria-hidden="true" focusable="false">
${Ye[e].map(([e,t])=>Q`<path class=${`paint-${e}`} d=${t} />`)}
</svg>`}function Re({picture:e,words:t,wrong:o=!1,children:n}){return Q`
<div class="empty">
<${Le} name=${e} />
<p role=${o?"alert":"status"}>${t}</p>
${n}
</div>
`}var De={changed:r("Something about your account has changed. Please sign in again."),idle:r("You were signed out, as those who look after the place are when they are away."),banned:r("You can't write here for now. Sign in to read why, and until when."),leaving:r("You are hidden everywhere now. For 72 hours you can sign in and take it back."),signed_out:r("You have been signed out. Words that you haven't sent are kept on this device.")},He={refused:r("You were not let in this time. Help now is there for you all the same."),closed:r("This account has been closed. Whoever runs this site can tell you more.")};function ze({which:e}){let t=ye();if("revoked"===e)return Q`<div class="banner">
<p>
${s("This page has been paused: you are here in several other places. Nothing is lost.")}
</p>
<button type="button" class="quiet" onClick=${t.resume}>${s("Go on here")}</button>
</div>`;let o="left"===e?"waiting"===ie.value.account.state?"refused":"leaving":e;return Q`<div class="banner">
<p>${s(De[o]??He[o]??"")}</p>
${De[o]&&Q`<a class="button quiet" href="/sign-in">${s("Sign in")}</a>`}
</div>`}function Pe(){let e=ye();return Q`<div class="banner">
<p>${s("There is a newer version of this page. What you have begun to write is kept.")}</p>
<button type="button" class="quiet" onClick=${e.load_newer}>${s("Load it")}</button>
</div>`}import{N as Ke,ar as Ue}from"./main-2e7caf6625.js";function Fe(e){return e.getClientRects().length>0}function Be(e){return e instanceof Element&&!e.closest("input, textarea, select, dialog")&&null!==e.closest('[role="log"], nav')}import{J as Ge,au as Ve}from"./main-2e7caf6625.js";import{M as Je}from"./main-2e7caf6625.js";var Qe=Je(()=>import("./later-2e7caf6625.js").then(e=>e.Switcher)),Xe=Je(()=>import("./later-2e7caf6625.js").then(e=>e.Shortcuts)),Ze=W("");function et(e){Ze.value=e}function tt(e){!function(e){if("F6"!==e.key||e.ctrlKey||e.altKey||e.metaKey||document.querySelector("dialog[open]"))return;let t=Array.from(document.querySelectorAll("[data-region]")).filter(Fe);if(0===t.length)return;e.preventDefault();let o=t.findIndex(e=>e.contains(document.activeElement)),n=e.shiftKey?-1:1,a=t[((-1===o&&-1===n?0:o)+n+t.length)%t.length];a&&function(e){let t=e.querySelector("[data-focus]"),o=Array.from(e.querySelectorAll("a[href], button:not(:disabled), input, select, textarea")).find(Fe),n=t??o??e;n===e&&!e.hasAttribute("tabindex")&&e.setAttribute("tabindex","-1"),n.focus()}(a)}(e);let t=function(e){return function({ctrlKey:e,metaKey:t,altKey:o,shiftKey:n}){return(Ke()?t&&!e:e&&!t)&&!o&&!n}(e)&&"k"===e.key.toLowerCase()?"switcher":e.ctrlKey&&"/"===e.key||!e.ctrlKey&&!e.metaKey&&!e.altKey&&"?"===e.key&&ue.peek().single_keys&&Be(e.target)?"shortcuts":null}(e);!t||e.isComposing||""===Ze.peek()&&document.querySelector("dialog[open]")||(e.preventDefault(),Ze.value=Ze.peek()===t?"":t)}function ot(){let e=ye(),t=te(null),o=Ze.value,n=()=>{Ze.value=""},a=f(ie.value)&&w(ie.value)>0;return Ge("all-read",a?s("Mark all as read"):"",async()=>{(await e.act.markAllRead()).ok&&we.say(s("Everything is read."))}),X(()=>(addEventListener("keydown",tt),()=>removeEventListener("keydown",tt)),[]),X(()=>{if(o)return;let n=t.current;if(t.current=null,n){if(n.run)return n.run();document.activeElement instanceof HTMLElement&&document.activeElement.blur(),e.router.go(n.path??"/app"),n.path?.includes("/rooms/")||document.getElementById("main")?.focus()}},[o]),"shortcuts"===o?Q`<${Xe} on_close=${n} on_missing=${n} />`:"switcher"!==o?null:Q`<${Qe} on_close=${n} on_missing=${n} on_choose=${e=>{t.current=e,n()}} />`}async function nt(e){try{return await navigator.clipboard.writeText(e),!0}catch{return!1}}import{O as at}from"./main-2e7caf6625.js";var st=[["unkind",r("It is unkind")],["harassment",r("Someone won't leave a person alone")],["private_details",r("It tells private details")],["dealing",r("It offers or asks for substances")],["spam",r("It is advertising")],["other",r("Something else")]],rt=[["unkind",r("It is unkind")],["private_details",r("It tells private details")],["dealing",r("It offers or asks for substances")],["method_detail",r("It describes how to do harm")],["off_topic",r("It doesn't belong in this room")],["breaks_guidelines",r("It goes against the guidelines")]],lt=[["unkind",r("Messages hurt people here")],["harassment",r("Messages went to someone who asked to be left alone")],["dealing",r("Substances were offered or asked for")],["private_details",r("Private details of others were told")],["spam",r("It was advertising")],["danger",r("It put people here in danger")],["other",r("Something else")]],it={unkind:r("Why: messages hurt people here."),harassment:r("Why: messages went to someone who asked to be left alone."),dealing:r("Why: substances were offered or asked for."),private_details:r("Why: private details of others were told."),spam:r("Why: it was advertising."),danger:r("Why: it put people here in danger.")};function ct(e){let t=it[e];return t?s(t):""}var ut={open:r("Open: anyone may come in."),request:r("On request: someone lets you in."),invite:r("By invitation.")},dt={unkind:r("A message of yours was taken out of sight: it is unkind. You are still welcome here."),private_details:r("A message of yours was taken out of sight: it tells private details. You are still welcome here."),dealing:r("A message of yours was taken out of sight: it offers or asks for substances. You are still welcome here."),method_detail:r("A message of yours was taken out of sight: it describes how to do harm. You are still welcome here."),off_topic:r("A message of yours was taken out of sight: it doesn't belong in this room. You are still welcome here."),breaks_guidelines:r("A message of yours was taken out of sight: it goes against the guidelines. You are still welcome here.")};function pt(e){return s(dt[e]??C)}import{S as $t}from"./main-2e7caf6625.js";import{U as ht,V as mt}from"./main-2e7caf6625.js";var ft=Object.freeze({...mt,forward:{d:"m9.5 5 7 7-7 7",turns:!0},down:{d:"M12 4.5v14m-6-5.5 6 6 6-6"},check:{d:"m4.5 12.5 5 5 10-11"},plus:{d:"M12 5v14M5 12h14"},send:{d:"M4 12h10M3.5 4.5 21 12 3.5 19.5 6 12z",turns:!0},search:{d:"M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 0 0 0-13m5 11.5 5 5"},phone:{d:"M6.5 3.5h3l1.5 4.5-2 1.5a12 12 0 0 0 5.5 5.5l1.5-2 4.5 1.5v3a2 2 0 0 1-2.2 2A17 17 0 0 1 4.5 5.700a2 2 0 0 1 2-2.2"},people:{d:"M9 11.500a3.5 3.5 0 1 0 0-7a3.5 3.5 0 0 0 0 7M2.5 19.500c.5-3.5 3-5.5 6.5-5.500s6 2 6.5 5.500M16 4.800a3.3 3.3 0 0 1 0 6.400M18 14.500c2 .7 3.2 2.5 3.5 5"},person:{d:"M12 11.500a4 4 0 1 0 0-8a4 4 0 0 0 0 8M4.5 20.500c.6-4 3.5-6 7.5-6s6.9 2 7.5 6"},room:{d:"M4 11.5 12 4.500l8 7M6 10v9.500h12V10M10 19.500v-5h4v5"},door:{d:"M6 20.500v-16L15 3v18.500zM15 5h3.500v15.500M3.5 20.500h17M11.5 12v1"},save:{d:"M7 4h10v16.500l-5-4-5 4z"},reply:{d:"m9.5 6-5.5 5.5 5.5 5.500M4.5 11.500h9c4 0 6.5 2 6.5 6.5",turns:!0},edit:{d:"m4.5 19.5.9-4.200L16 4.700a1.9 1.9 0 0 1 2.7 0l.6.6a1.9 1.9 0 0 1 0 2.700L8.7 18.600zM14 6.700l3.3 3.3"},take_back:{d:"M5 7h14M9.5 7V4.500h5V7M7 7l.9 12.500h8.200L17 7M10.2 10.500v5.500m3.6-5.500v5.5"},copy:{d:"M9 8.500h10.500v12H9zM15 8.500v-5H4.500v12H9"},link:{d:"M10 14a4 4 0 0 0 5.8.2l3-3a4.1 4.1 0 0 0-5.8-5.800l-1.2 1.200M14 10a4 4 0 0 0-5.8-.2l-3 3a4.1 4.1 0 0 0 5.8 5.800l1.2-1.2"},flag:{d:"M6 21V4M6 4.500c4-2 7 2 12 0v9c-5 2-8-2-12 0"},block:{d:"M12 3.500a8.5 8.5 0 1 0 0 17a8.5 8.5 0 0 0 0-17M6.2 6.200l11.6 11.6"},hide:{d:"M4 4l16 16M9.5 5.800A10 10 0 0 1 12 5.500c5 0 8 4 9 6.500a11 11 0 0 1-2.6 3.800M6.4 7.800A11 11 0 0 0 3 12c1 2.5 4 6.5 9 6.500a9.6 9.6 0 0 0 4.3-1M10 10.200a2.7 2.7 0 0 0 3.8 3.8"},eye:{d:"M3 12c1-2.5 4-6.5 9-6.500s8 4 9 6.500c-1 2.5-4 6.5-9 6.500s-8-4-9-6.500M12 9.300a2.7 2.7 0 1 0 0 5.400a2.7 2.7 0 0 0 0-5.4"},settings:{d:"M4 7h9m5 0h2M4 17h2m5 0h9M15.5 4.700a2.3 2.3 0 1 0 0 4.600a2.3 2.3 0 0 0 0-4.600M8.5 14.700a2.3 2.3 0 1 0 0 4.600a2.3 2.3 0 0 0 0-4.6"},sun:{d:"M12 8a4 4 0 1 0 0 8a4 4 0 0 0 0-8M12 2.500v2m0 15v2M2.5 12h2m15 0h2M5.3 5.300l1.4 1.400m10.6 10.6 1.4 1.400M18.7 5.300l-1.4 1.400M6.7 17.300l-1.4 1.4"},moon:{d:"M20 14.500A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5"},device:{d:"M4 5h16v11H4zM9 20h6M12 16v4"},bell:{d:"M6 16.500c1-1.5 1.3-3 1.3-6a4.7 4.7 0 0 1 9.4 0c0 3 .3 4.5 1.3 6zM10 19.500a2.2 2.2 0 0 0 4 0"},lock:{d:"M6 11h12v9.500H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3M12 15v2"},key:{d:"M12.4 11.950a4.5 4.5 0 1 0 0 .1M12.4 12H21m-3 0v3.500M15 12v2.5"},shield:{d:"M12 3.500c2.5 1.8 5 2.5 7.5 2.5 0 7-2 11.5-7.5 14.500C6.5 17.5 4.5 13 4.5 6 7 6 9.5 5.3 12 3.5"},letter:{d:"M3.5 6h17v12.500h-17zM4 6.500l8 7 8-7"},keys:{d:"M3 7h18v10.500H3zM6.5 10.500h.1m3.6 0h.1m3.6 0h.1m3.6 0h.1M8 14.200h8"},leave:{d:"M14 4.500H5v15h9M10 12h11m-4-4 4 4-4 4",turns:!0},take:{d:"M12 4v11m-5-4.5 5 5 5-5M5 20h14"},clock:{d:"M12 3.500a8.5 8.5 0 1 0 0 17a8.5 8.5 0 0 0 0-17M12 7.500V12l3 2"},offline:{d:"M4 4l16 16M3.5 9.500a13 13 0 0 1 4-2.600M20.5 9.500A13 13 0 0 0 11 6.100M6.5 13a8.5 8.5 0 0 1 4-2.300M17.5 13a8.4 8.4 0 0 0-2.3-1.600M9.5 16.400a4 4 0 0 1 5 0M12 19.500h.1"},warning:{d:"M12 4 2.8 19.500h18.400zM12 10v4.500m0 2.500h.1"}});function wt({name:e}){let t=ft[e];return Q`<${ht} ...${t} />`}Object.keys(ft);var yt={ArrowDown:(e,t)=>(e+1)%t,ArrowUp:(e,t)=>(e-1+t)%t,Home:()=>0,End:(e,t)=>t-1};function gt(e){if(e.altKey||e.ctrlKey||e.metaKey)return;let{target:t,currentTarget:o,key:n}=e;if(!(t instanceof HTMLElement)||t.matches("textarea, select, input"))return;let a=[...o.querySelectorAll(".menu-item")],s=a.indexOf(t);if(-1===s)return;let r=yt[n]?yt[n](s,a.length):function(e,t,o){if(1!==o.length||" "===o)return-1;let n=o.toLocaleLowerCase(),a=[...e.slice(t+1),...e.slice(0,t+1)].find(e=>e.innerText.trim().toLocaleLowerCase().startsWith(n));return a?e.indexOf(a):-1}(a,s,n);-1!==r&&(e.preventDefault(),a[r]?.focus())}function kt({children:e,onClick:t}){return Q`<div class="menu" onKeyDown=${gt} onClick=${t}>${e}</div>`}function bt({icon:e,href:t,on_press:o,children:n}){let a=Q`${e&&Q`<${wt} name=${e} />`}<span>${n}</span>`;return t?Q`<a class="menu-item" href=${t}>${a}</a>`:Q`<button type="button" class="menu-item" onClick=${o}>${a}</button>`}function vt(e=""){let[t,o]=ee(!1);return X(()=>{o(!1);let e=setTimeout(()=>o(!0),500);return()=>clearTimeout(e)},[e]),t}function _t({cursor:e,words:t=s("More"),load:o}){let[n,a]=ee(!1),r=te(null);return oe(()=>{let t=r.current?.nextElementSibling;null!==e||!(t instanceof HTMLElement)||(r.current=null,(!document.activeElement||document.activeElement===document.body)&&(t.tabIndex=-1,t.focus()))}),null===e?null:Q`
<button type="button" class="quiet" aria-busy=${n} onClick=${async function(t){let s=t.currentTarget;n||null===e||(r.current=s.previousElementSibling?.lastElementChild??null,a(!0),await o(e),a(!1))}}>${t}</button>
`}function St(e,t,o=[]){let n=ye(),[a,s]=ee([]),[r,l]=ee(null),[i,c]=ee(""),[u,d]=ee(!1),p=te(0),$="up"===ce.value,h="offline"===ce.value||"down"===ce.value;async function m(o){let a=++p.current,r=await e(o);if(a!==p.current)return null;if(!r.ok)return c(M(r.error,n.now())),null;let i=t(r);return c(""),s(e=>null===o?i:[...e,...i]),l(r.cursor),d(!0),i}return X(()=>{($||h&&!u)&&m(null)},[$,h,...o]),{items:a,cursor:r,problem:i,known:u,load:m}}function Mt({message:e,mine:t,on_done:o}){let n=ye();return Q`
<div class="reaction-choice" role="group" aria-label=${s("React")}>
${x.map(([a,r])=>Q`
<button
key=${a}
type="button"
class="reaction"
aria-pressed=${t.includes(a)}
onClick=${()=>{o(),n.act.react(e.message_id,a,!t.includes(a))}}
>
<${wt} name=${a} /> ${s(r)}
</button>
`)}
</div>
`}function Ct({message_id:e,on_close:t}){let o=ye(),{items:n,cursor:a,problem:r,known:c,load:u}=St(t=>o.ask("message.reactions",{message_id:e,cursor:t}),e=>e.reactions,[e]),d=c&&0===n.length?s("Nobody has reacted yet."):"";return Q`
<${$t} title=${s("Who reacted")} on_close=${t}>
<p role="status">${r||(c?d:s("One moment …"))}</p>
${x.map(([e,t])=>{let o=n.filter(t=>t.reaction===e).map(e=>e.person.handle);return 0===o.length?null:Q`<p key=${e}>
${i("{reaction}: {names}",{reaction:Q`<b><${wt} name=${e} /> ${s(t)}</b>`,names:l(o)})}
</p>`})}
<${_t} cursor=${a} load=${u} />
<//>
`}function xt({message:e,on_close:t}){let o=ye(),n=Z(),[a,r]=ee(""),[l,i]=ee(""),c=te({note:"",nonce:""}),u=te(!1),d=te(!0);X(()=>()=>{d.current=!1},[]);let{message_id:p}=e,$=e.author?.handle??s("Someone"),h=function(e){return(ie.value.account.cards?.worries??[]).find(t=>t.message_id===e)??null}(p);return Q`
<${$t} title=${s("Worried about {handle}?",{handle:$})} kind="sheet" on_close=${t}>
${h&&Q`<p>
<b>
${h.heard_at?s("You told us. Someone has this."):s("You told us. It is kept; nobody has taken it on yet.")}
</b>
</p>`}
<p>
${s("This is no report: nobody did anything wrong. A moderator reads these words and may ask how they are. {handle} is not told that it was you, nor that anybody asked. You hear when someone has this, and nothing more.",{handle:$})}
</p>
<p class="soft">
${s("If someone is in danger right now, “Help now” has the numbers that answer at once.")}
</p>
<form class="stack" onSubmit=${async function(e){if(e.preventDefault(),u.current)return;let n=a.trim();(!c.current.nonce||c.current.note!==n)&&(c.current={note:n,nonce:at()}),u.current=!0,i(s("One moment …"));let r=await o.act.worry({message_id:p,...c.current});if(u.current=!1,r.ok)return t();let l=M(r.error,o.now());d.current?i(l):o.tell(l)}}>
<label for=${n}>${s("Anything a moderator should know (you need not)")}</label>
<input
id=${n}
maxlength="1000"
autocomplete="off"
value=${a}
onInput=${e=>r(e.target.value)}
/>
<p class="outcome" role="status">${l}</p>
<div class="row">
<button type="submit" class="main">${s("Tell a moderator")}</button>
<button type="button" class="quiet" onClick=${t}>${s("Not now")}</button>
</div>
</form>
<//>
`}function Tt(e){let[t,o]=ee("list"),{message:n,on_close:a}=e,{message_id:s}=n;return"who"===t?Q`<${Ct} message_id=${s} on_close=${a} />`:"worry"===t?Q`<${xt} message=${n} on_close=${a} />`:"report"===t?Q`<${qt} message_id=${s} on_close=${a} />`:"hide"===t?Q`<${Wt} message_id=${s} on_close=${a} />`:"back"===t?Q`<${Et} message_id=${s} on_close=${a} />`:"block"===t&&n.author?Q`<${jt}
person=${n.author}
message_id=${s}
on_close=${a}
/>`:Q`<${At} ...${e} on_step=${o} />`}function At(e){let t=ye(),{message:o,mine:n,keeper:a,can_write:r,can_react:l,is_in:i,my_reactions:c,on_close:u,on_step:d}=e,p=n&&r&&t.now()-o.at<y,$=a&&!n,{room_id:h,pinned:m,saved:f}=e,{message_id:w}=o,g=Object.values(o.reactions).some(e=>e>0),k=e=>()=>{u(),e()};async function b(e,o){u(),t.tell(await nt(e)?o:s("This browser did not let us copy it."))}let v=s("Message of {handle}",{handle:o.author?.handle??s("Someone")});return Q`
<${$t} title=${v} kind="sheet" on_close=${u}>
<p class="soft small">${$e(o.at)}</p>
${l&&Q`<${Mt} message=${o} mine=${c} on_done=${u} />`}
<${kt}>
${It(r,"reply",s("Reply"),k(e.on_reply))}
${It(p,"edit",s("Change the words"),k(e.on_edit))}
${It(!0,"copy",s("Copy the words"),()=>b(o.body,s("Copied.")))}
${It(!0,"link",s("Copy a link to it"),function(){let{href:e}=new URL(ae(h,w),location.href);b(e,s("Copied. Only people in this room can open it."))})}
${It(i,"save",s(f?"Don't keep it any more":"Save it for myself"),k(()=>{t.act.save(w,!f)}))}
${It(a,"pin",s(m?"Take the pin away":"Pin it for everyone here"),k(()=>{t.act.pin(w,!m)}))}
${It(i,"letter",s("New again from here on"),k(()=>{t.act.markUnread(h,o)}))}
${It(g,"heart",s("Who reacted"),()=>d("who"))}
${It(n,"back",s("Take it back"),()=>d("back"))}
${It(!n,"help",s("I’m worried about them"),()=>d("worry"))}
${It(!n,"flag",s("Report"),()=>d("report"))}
${It(!n,"block",s("Block this person"),()=>d("block"))}
${It($,"hide",s("Take it out of sight"),()=>d("hide"))}
<//>
<//>
`}function It(e,t,o,n){return e&&Q`<${bt} icon=${t} on_press=${n}>${o}<//>`}function qt({message_id:e,on_close:t}){let o=ye(),[n,a]=ee(""),[r,l]=ee(""),i=te({what:"",nonce:""}),c=te(!1),u=te(!0);return X(()=>()=>{u.current=!1},[]),Q`
<${$t} title=${s("What is it about?")} kind="sheet" on_close=${t}>
<p class="soft">
${s("A moderator reads it. Its author is not told that it was you. What you choose is sent at once.")}
</p>
<${Nt} reasons=${st} on_choose=${async a=>{if(c.current)return;let r={message_id:e,reason:a,note:n.trim()},d=JSON.stringify(r);i.current.what!==d&&(i.current={what:d,nonce:at()}),c.current=!0,l(s("One moment …"));let p=await o.act.report(r,i.current.nonce);if(c.current=!1,p.ok)return t();let $=function(e,t){return"offline"===e.code?s("Not sent: you are offline just now. Please choose again when you are back."):"no_answer"===e.code?s("No answer came. Please choose the same again: it counts only once."):M(e,t)}(p.error,o.now());u.current?l($):o.tell($)}} />
<label class="field">
<span>${s("Anything you want to add first")}</span>
<input
name="note"
maxlength="1000"
autocomplete="off"
value=${n}
onInput=${e=>a(e.target.value)}
/>
</label>
<p class="outcome" role="status">${r}</p>
<//>
`}function Wt({message_id:e,on_close:t}){let o=ye();return Q`
<${$t} title=${s("Why take it out of sight?")} kind="sheet" on_close=${t}>
<p class="soft">${s("Its author is told the reason, not who decided.")}</p>
<${Nt} reasons=${rt} on_choose=${n=>{t(),o.act.hide({message_id:e,reason:n})}} />
<//>
`}function Nt({reasons:e,on_choose:t}){let o=vt();return Q`
<div class=${o?"":"settling"}>
<${kt}>
${e.map(([e,n])=>Q`<${bt}
key=${e}
on_press=${()=>o&&t(e)}
>${s(n)}<//
>`)}
<//>
</div>
`}function Et({message_id:e,on_close:t}){let o=ye(),n=vt();return Q`
<${$t} title=${s("Take this message back?")} kind="sheet" on_close=${t}>
<p>
${s("Its words will be gone for everyone. That someone took a message back stays visible.")}
</p>
<div class=${"menu "+(n?"":"settling")}>
<${bt}
on_press=${()=>{n&&(t(),o.act.takeBack(e))}}
>${s("Take it back")}<//
>
<${bt} on_press=${t}>${s("Keep it")}<//>
</div>
<//>
`}function jt({person:e,message_id:t,on_close:o}){let n=ye(),a=vt();return Q`
<${$t} title=${s("Block {handle}?",{handle:e.handle})} kind="sheet" on_close=${o}>
<p>
${s("You won't see each other's messages any more, here or anywhere. They are not told. You can take it back under Settings.")}
</p>
<div class=${"menu "+(a?"":"settling")}>
<${bt}
on_press=${()=>{a&&(o(),n.act.block(e.user_id,!0))}}
>${s("Block {handle}",{handle:e.handle})}<//
>
<${bt}
on_press=${async()=>{a&&(o(),await n.act.report({message_id:t,reason:"harassment",note:""}),n.act.block(e.user_id,!0))}}
>${s("Block them, and tell a moderator of this message")}<//
>
<${bt} on_press=${o}>${s("Not now")}<//>
</div>
<//>
`}var Yt=/(?:^|[\s([{"'“‘«„])@([\p{L}\p{M}\p{N}_.-]*)$/u,Ot=/^[\p{L}\p{M}\p{N}_-]/u;function Lt(e,t){let o=Dt(t),n=e.filter(e=>Dt(e.handle).startsWith(o)),a=e.filter(e=>!n.includes(e)&&Dt(e.handle).split(/[_.-]/).some(e=>e.startsWith(o))),s=[...n,...a].slice(0,6);return 1===s.length&&Rt(s[0],t)?[]:s}function Rt(e,t){return void 0!==e&&Dt(e.handle)===Dt(t)}function Dt(e){return e.normalize("NFKD").replace(/\p{M}/gu,"").toLowerCase()}import{ab as Ht,ac as zt,an as Pt}from"./main-2e7caf6625.js";function Kt({field:e,value:t,timeline:o,my_id:n,on_words:a}){let r=()=>function({messages:e,shown:t,staff:o},n){let a=e.map(e=>e.author).reverse(),s=new Map;for(let e of[...a,...t,...o])e&&e.user_id!==n&&!s.has(e.user_id)&&s.set(e.user_id,e);return[...s.values()]}(o,n),l=Z(),[i,u]=ee(null),[d,p]=ee(-1),$=te(-1),h=i?Lt(r(),i.begun):[],m=d<h.length?d:-1;function f(){let t=e.current,o=t?.selectionStart??0,n=t&&document.activeElement===t&&o===t.selectionEnd?function(e,t){let o=e.slice(Math.max(0,t-24-2),t),n=Yt.exec(o)?.[1];return void 0===n||Ot.test(e.slice(t))?null:{start:t-n.length-1,end:t,begun:n}}(t.value,o):null;n||($.current=-1);let a=n&&n.start!==$.current?n:null;if(a?.begun!==i?.begun||a?.start!==i?.start){let[e]=a?Lt(r(),a.begun):[];p(a?.begun&&!Rt(e,a.begun)?0:-1)}u(a)}function w(t){let o=e.current;if(!o||!i)return;let n=function(e,{start:t,end:o},n){let a=e.slice(o),s=/^[\s,.;:!?)]/.test(a)?"":" ",r=`${e.slice(0,t)}@${n}`,l=s||/^\s/.test(a)?1:0;return{body:`${r}${s}${a}`,caret:r.length+l}}(o.value,i,t.handle);o.value=n.body,o.setSelectionRange(n.caret,n.caret),a(n.body),u(null)}X(f,[t]),function(e,t,o){let n=te({look:t,pressed:o});n.current={look:t,pressed:o},X(()=>{let t=e.current;if(!t)return;let o=()=>n.current.look(),a=e=>n.current.pressed(e);t.addEventListener("keydown",a,{capture:!0});for(let e of["keyup","click","focus","blur"])t.addEventListener(e,o);return()=>{t.removeEventListener("keydown",a,{capture:!0});for(let e of["keyup","click","focus","blur"])t.removeEventListener(e,o)}},[])}(e,f,function(e){if(0===h.length||e.isComposing||e.altKey||e.ctrlKey)return;let t=h[m];if("ArrowDown"===e.key)p((m+1)%h.length);else if("ArrowUp"===e.key)p((Math.max(m,0)||h.length)-1);else if("Enter"!==e.key&&"Tab"!==e.key||!t||e.shiftKey){if("Escape"!==e.key)return;$.current=i?.start??-1,u(null)}else w(t);e.preventDefault(),e.stopImmediatePropagation()}),function(e,t,o){X(()=>{let n=e.current;if(n&&t)return n.setAttribute("aria-controls",t),o>=0&&n.setAttribute("aria-activedescendant",`${t}-${o}`),()=>{n.removeAttribute("aria-controls"),n.removeAttribute("aria-activedescendant")}},[t,o])}(e,h.length>0?l:"",m);let y=c("{count} name. Up and down to choose, Enter to take it.","{count} names. Up and down to choose, Enter to take one.",h.length);return Q`
<span class="unseen" role="status">${h.length>0&&y}</span>
${h.length>0&&Q`<ul id=${l} class="names" role="listbox" aria-label=${s("Names of people here")}>
${h.map((e,t)=>Q`<li
key=${e.user_id}
id=${`${l}-${t}`}
class="name-option"
role="option"
aria-selected=${t===m}
onPointerDown=${e=>e.preventDefault()}
onClick=${()=>w(e)}
>
<${Ht} ...${e} />
<span class="who">${e.handle}</span>
<${zt} badge=${e.badge} />
</li>`)}
</ul>`}
`}function Ut({link:e,on_close:t}){return Q`
<${$t} title=${s("Look where it leads")} kind="sheet" on_close=${t}>
<p>
${i("This link leads to {host}. It could be taken for another site.",{host:Q`<b class="host">${e.host}</b>`})}
</p>
<p class="soft">${s("If you don't know that name, it is safer to stay here.")}</p>
<div class="menu">
<button type="button" class="menu-item" onClick=${t}>${s("Stay here")}</button>
<a
class="menu-item"
href=${e.href}
target="_blank"
rel="noopener noreferrer nofollow"
onClick=${t}
>${s("Open {host} all the same",{host:e.host})}</a
>
</div>
<//>
`}import{af as Ft}from"./main-2e7caf6625.js";function Bt({message:e,room:t="",on_follow:o,children:n}){let a=ye(),{author:r,at:l,room_id:i,message_id:c}=e,u=r?.handle??s("Someone"),d=`${me(l,a.now())} ${he(l)}`;return Q`
<li class="kept">
<p class="soft small">
<bdi>${u}</bdi>, ${d}${t&&Q`, <bdi>${t}</bdi>`}
</p>
<${Ft} message=${e} />
<div class="row">
<a class="plain" href=${ae(i,c)} onClick=${o}
>${s("Show it in its place")}<span class="unseen">${`: ${u}, ${d}`}</span></a
>
${n}
</div>
</li>
`}function Gt(){let e=te(null),t=te(null),o=te(null);return oe(()=>{if(!o.current||o.current.row.isConnected)return;let{at:n}=o.current;o.current=null;let a=document.activeElement;if(a&&a!==document.body)return;let s=[...e.current?.children??[]],r=s[Math.min(n,s.length-1)]?.querySelector("button:not([disabled]), a[href], summary, input")??t.current??document.querySelector("dialog[open] .dialog-head button");r?r.focus():Jt()}),{list:e,heading:t,leaves:function(){let t=document.activeElement?.closest("li"),n=[...e.current?.children??[]];o.current=t&&n.includes(t)?{row:t,at:n.indexOf(t)}:null}}}function Vt(e){let t=te(null),o=te(e);return oe(()=>{if(o.current===e)return;o.current=e;let n=document.activeElement;(!n||n===document.body)&&t.current?.querySelector("button")?.focus()}),t}function Jt(){document.querySelector("main h1[tabindex]")?.focus()}function Qt({timeline:e,keeper:t,on_close:o}){let n=ye(),{room_id:a,room:r}=e,l=r?.pinned??[],{items:i,cursor:c,problem:u,known:d,load:p}=St(e=>n.ask("message.pinned",{room_id:a,cursor:e}),e=>e.messages,[l.join(" ")]),{list:$,leaves:h}=Gt(),m=d&&0===i.length?function(e){return s(e>0?"What is pinned here was said before you came.":"Nothing is pinned here.")}(l.length):"",f=u||(d?m:s("One moment …"));return Q`
<${$t} title=${s("Pinned in this room")} kind="wide" on_close=${o}>
<p class="soft" role="status">${f}</p>
<ul class="found" ref=${$}>
${i.map(e=>Q`<${Bt} key=${e.message_id} message=${e} on_follow=${o}>
${t&&Q`<button
type="button"
class="plain"
onClick=${()=>{!async function(e){h(),await n.act.pin(e,!1)}(e.message_id)}}
>
${s("Take the pin away")}
</button>`}
<//>`)}
</ul>
<${_t} cursor=${c} words=${s("Show more")} load=${p} />
<//>
`}function Xt(){let e=ye(),[t,o]=ee(!1),{restore:n}=ie.value.account;return!n||re.has(ce.value)?null:Q`
<div class="banner" role="alert">
<p>
${s("Somebody asked us for a new way into your account. If that was not you, stop it now.")}${" "}
${n.due_at>e.now()?s("It would work from {time}.",{time:pe(n.due_at,e.now())}):s("It works already.")}
</p>
<button type="button" class="main" disabled=${t} onClick=${async function(){o(!0);let t=await e.ask_http("restore.stop",{});if(o(!1),!t.ok)return e.tellRefusal(t);le(e=>({...e,account:{...e.account,restore:null}})),e.tell(s("Stopped. Nobody gets in that way, and those who look after the place know."))}}>
${s("It wasn't me: stop it")}
</button>
</div>
`}import{ag as Zt}from"./main-2e7caf6625.js";function eo({timeline:e}){let{room:t,here:o,shown:n,reading:a,staff:r}=e;if(!t)return null;let l=Math.max(o-n.length,0);return Q`
<aside class="room-aside" tabindex="0" aria-label=${s("About this room")}>
<h2>${s("Here now")}</h2>
<ul class="people">
${n.map(e=>Q`<${to}
key=${e.user_id}
person=${e}
reads=${a.includes(e.user_id)}
/>`)}
</ul>
${l>0&&Q`<p class="soft small">
${c("{count} without showing a name","{count} without showing their names",l)}
</p>`}
${t.about&&Q`<h2>${s("What it is about")}</h2><p class="as-written">${t.about}</p>`}
${t.guidelines&&Q`<h2>${s("Guidelines")}</h2><p class="as-written">${t.guidelines}</p>`}
${r.length>0&&Q`<h2>${s("Who keeps this room")}</h2>
<ul class="people">
${r.map(e=>Q`<${to} key=${e.user_id} person=${e} />`)}
</ul>`}
</aside>
`}function to({person:e,reads:t=!1}){return Q`<li class="person-row">
<${Ht} ...${e} />
<span class=${`who ${Zt(e.user_id)}`}>${e.handle}</span>
<${zt} badge=${e.badge} />
${t&&Q`<span class="tag">${s("just reading")}</span>`}
</li>`}function oo({listed:e,on_done:t}){let o=ye(),{room:n,membership:a}=e,[r,l]=ee(""),[i,u]=ee(!1),d=a?.standing;async function p(){(await o.act.leave(n.room_id)).ok&&t?.()}return"waiting"===d?Q`
<p>
${s("You have asked to come in. Your request is kept; those who keep this room can see it.")}
</p>
<button type="button" class="quiet" onClick=${p}>${s("Take my request back")}</button>
`:Q`
${n.about&&Q`<p class="as-written">${n.about}</p>`}
${n.guidelines?Q`<h3>${s("Guidelines of this room")}</h3>
<div class="guidelines as-written">${n.guidelines}</div>`:Q`<p class="soft">${s("This room has no guidelines of its own.")}</p>`}
<p class="soft">
${s(ut[n.access]??"")} ${function(e){return c("Messages are kept for {count} day.","Messages are kept for {count} days.",e)}(n.retention_days)}${" "}
${n.shows_last_day?s("You will see the last 24 hours."):s("You will see what is said from now on.")}
</p>
${r&&Q`<p class="problem" role="alert">${r}</p>`}
${"in"!==d&&"admin"!==ie.value.me?.role&&Q`<div class="row">
<button type="button" class="main" disabled=${i} onClick=${async function(){u(!0);let e=await o.act.join(n.room_id,n.guidelines_version);if(u(!1),!e.ok)return l(M(e.error,o.now()));t?.(),"in"===e.membership?.standing?o.router.go(ne(n.room_id)):o.tell(s("Your request is kept. Those who keep this room can see it."))}}>
${function({room:e,membership:t}){let o="open"===e.access||"invited"===t?.standing;return e.guidelines?s(o?"I have read this. Come in":"I have read this. Ask to come in"):s(o?"Come in":"Ask to come in")}(e)}
</button>
${"invited"===d&&Q`<button type="button" class="quiet" onClick=${p}>
${s("No, thank you")}
</button>`}
</div>`}
`}function no({title:e,listed:t}){return Q`
<section class="page" data-region>
<a class="back" href="/app">${s("All rooms")}</a>
<h1>${e}</h1>
<${oo} listed=${t} />
</section>
`}function ao({known:e}){let t=ye(),{room:o,membership:n}=e,a="up"===ce.value,[r,l]=ee(null),[i,c]=ee(!1);async function u(){c(!1);let e=await so(t,o.room_id);l(e),c(null===e)}if(X(()=>{a&&u()},[a,o.guidelines_version]),r||"waiting"===n.standing){let e={room:r?.room??o,membership:n};return Q`<${no} title=${o.name} listed=${e} />`}return Q`
<section class="page" data-region>
<a class="back" href="/app">${s("All rooms")}</a>
<h1>${o.name}</h1>
${i?Q`<p role="alert">${s("What this room is about can't be shown just now.")}</p>
<button type="button" class="quiet" onClick=${u}>${s("Try again")}</button>`:Q`<p class="soft" role="status">${s("One moment …")}</p>`}
</section>
`}async function so(e,t){let o=null;for(let n=0;n<5;n+=1){let n=await e.ask("room.list",{cursor:o});if(!n.ok)return null;let a=n.rooms.find(({room:e})=>e.room_id===t);if(a)return a;if(o=n.cursor,null===o)return null}return null}function ro({timeline:e}){let t=ye(),{room_id:o,refusal:n}=e,[a,r]=ee(null);if(X(()=>{so(t,o).then(r)},[o]),a){let e={...a,membership:null};return Q`<${no} title=${a.room.name} listed=${e} />`}return Q`
<section class="page" data-region>
<a class="back" href="/app">${s("All rooms")}</a>
<h1>${s("This room")}</h1>
<p role="alert">${n?.message}</p>
</section>
`}var lo=r("The room is made. Name a moderator under People; they can say who keeps it.");function io({room:e,on_close:t}){let o=ye(),n=te(at()),[a,r]=ee(null),[l,i]=ee(!1);return Q`
<${$t} title=${s(e?"Room settings":"A new room")} on_close=${t}>
<form class="stack" onSubmit=${async function(a){a.preventDefault();let l=function(e){let t=new FormData(e),o=e=>String(t.get(e)??"").trim();return{name:o("name"),about:o("about"),guidelines:o("guidelines"),access:o("access"),shows_last_day:null!==t.get("shows_last_day"),retention_days:o("retention_days")?Number(o("retention_days")):null}}(a.target);i(!0);let c=e?await o.act.updateRoom(e.room_id,l):await o.act.createRoom(l,n.current);if(i(!1),c.ok){if(t(),e)return;c.membership?o.router.go(ne(c.room.room_id)):o.tell(s(lo))}else c.error.retryable||(n.current=at()),r({words:M(c.error,o.now()),field:c.error.field})}}>
${a&&Q`<p class="problem" role="alert">${a.words}</p>`}
<label class="field">
<span>${s("Name")}</span>
<input
name="name"
required
maxlength="80"
autocomplete="off"
value=${e?.name??""}
aria-invalid=${"name"===a?.field}
/>
</label>
<label class="field">
<span>${s("What it is for")}</span>
<textarea name="about" rows="2" maxlength="500" value=${e?.about??""}></textarea>
</label>
<label class="field">
<span>${s("Guidelines, read before coming in")}</span>
<textarea
name="guidelines"
rows="4"
maxlength="4000"
value=${e?.guidelines??""}
></textarea>
</label>
<fieldset>
<legend>${s("Who may come in")}</legend>
${Object.entries(ut).map(([t,o])=>Q`<label key=${t} class="check">
<input
type="radio"
name="access"
value=${t}
defaultChecked=${t===(e?.access??"open")}
/>
<span>${s(o)}</span>
</label>`)}
</fieldset>
<label class="check">
<input
type="checkbox"
name="shows_last_day"
defaultChecked=${e?.shows_last_day??!1}
/>
<span>${s("Show newcomers the last 24 hours (open rooms only)")}</span>
</label>
<label class="field">
<span>${s("Days that messages are kept")}</span>
<input
type="number"
name="retention_days"
min="1"
max="3650"
inputmode="numeric"
value=${e?.retention_days??""}
placeholder=${s("as usual here")}
/>
</label>
<button type="submit" class="main" disabled=${l}>
${s(e?"Save":"Open the room")}
</button>
</form>
<//>
`}function co({timeline:e,room:t,on_reply:o,on_edit:n}){let r=ye();function l(){let{room_id:t,membership:o,my_saved:n}=e;return"in"!==o?.standing?{}:{s:({message_id:e})=>{r.act.save(e,!n[e])},u:e=>{r.act.markUnread(t,e)}}}function i(t){let{target:i,key:c}=t;if(t.defaultPrevented||t.isComposing||!(i instanceof Element)||t.ctrlKey||t.metaKey||t.altKey||i.closest("dialog"))return;if("Escape"===c)return function(t){let{room_id:o,seq:n}=e;r.session.goTo("last",t),r.reading.release(o),r.reading.seen(o,n),le(e=>k(a(e,o,n),{new_after:null})),we.say(s("Everything here is read."))}(null!==i.closest("article"));if(!ue.peek().single_keys||!i.matches("article[data-key]"))return;let u=g(e,i.getAttribute("data-key")??"");if("posted"!==u?.state)return;let d={r:o,e:n,...l()}[c.toLowerCase()];d&&(t.preventDefault(),d(u))}return X(()=>{let e=t.current;return e?.addEventListener("keydown",i),()=>e?.removeEventListener("keydown",i)}),null}import{ao as uo,ap as po}from"./main-2e7caf6625.js";function $o(){let e=ye(),{room_id:t}=e.router.route.value,o=b(ie.value);return"admin"===ie.value.me?.role?null:0===o.length?Q`<p class="soft">${s("You are in no room yet.")}</p>`:Q`
<ul class="rooms">
${o.map(e=>Q`<li key=${e.room.room_id}>
<${ho} known=${e} current=${e.room.room_id===t} />
</li>`)}
</ul>
`}function ho({known:e,current:t}){let{room:o,membership:n}=e;return Q`
<a class="room-link" href=${ne(o.room_id)} aria-current=${t?"page":null}>
<${Pt} room_id=${o.room_id} />
<span class="room-name">${o.name}</span>
${"waiting"===n.standing&&Q`<span class="tag">${s("waiting")}</span>`}
${"invited"===n.standing&&Q`<span class="tag">${s("invited")}</span>`}
${e.knocks>0&&Q`<span class="tag">${function(e){return c("{count} at the door","{count} at the door",e)}(e.knocks)}</span>`}
<${mo} known=${e} />
</a>
`}function mo({known:e}){if(0===e.unread)return null;let t=e.mentions>0,{unread:o}=e,n=Q`${t&&Q`<span aria-hidden="true">@</span>`}${po(T(o))}`,a=t?u("{count} new, you are mentioned","{count} new, you are mentioned",o,{count:n}):u("{count} new","{count} new",o,{count:n});return Q`<${uo} words=${a} kind=${t?"mention":""} />`}function fo(e){return s("admin"===e?"an administrator":"moderator"===e?"a moderator":"a member")}function wo(e){return s("admin"===e?"An administrator":"moderator"===e?"A moderator":"A member")}function yo(e){return"waiting"===e?s("waits to be let in"):"banned"===e?s("can't take part for now"):"frozen"===e?s("account closed"):"erasing"===e?s("is leaving"):""}function go({ask:e,done:t,words:o,kind:n="main",keeps:a=!1,sure:s="",children:r}){let l=ye(),[i,c]=ee(""),[u,d]=ee(""),[p,$]=ee(!1),[h,m]=ee(!1),f=te(null),w=ko(h),y=Z();async function g(){let o=f.current;if(!o)return;let n=Object.fromEntries(new FormData(o));$(!0),c(""),d("");let s=await e(n);if($(!1),!s.ok)return c(M(s.error,l.now()));a||o.reset(),d(t?.(s)??"")}return X(()=>m(!1),[s]),Q`
<form
ref=${f}
class="stack"
onSubmit=${function(e){e.preventDefault(),s?m(!0):g()}}
aria-describedby=${i?y:null}
>
${r}
${i&&Q`<p class="problem" role="alert" id=${y}>${i}</p>`}
<p role="status" class="outcome">${u}</p>
${h?Q`<${vo} sure=${s} on_press=${g} on_end=${()=>m(!1)} />`:Q`<button ref=${w} type="submit" class=${n} disabled=${p}>${o}</button>`}
</form>
`}function ko(e){let t=te(null),o=te(!1);return X(()=>{o.current&&!e&&t.current?.focus(),o.current=e},[e]),t}function bo({words:e,sure:t,on_press:o,label:n="",children:a}){let[s,r]=ee(!1),l=ko(s);return s?Q`<${vo} sure=${t} on_press=${o} on_end=${()=>r(!1)}>
${a}
<//>`:Q`<button
ref=${l}
type="button"
class="quiet"
aria-label=${n||null}
onClick=${()=>r(!0)}
>
${e}
</button>`}function vo({sure:e,on_press:t,on_end:o,children:n}){let a=vt(),r=te(null);return X(()=>r.current?.focus(),[]),Q`
<div class=${"stack two "+(a?"":"settling")} role="group">
${n}
<div class="row">
<button ref=${r} type="button" class="main" onClick=${function(){a&&(o(),t())}}>${e}</button>
<button type="button" class="quiet" onClick=${o}>${s("Not now")}</button>
</div>
</div>
`}function _o({room_id:e,create:t,again:o}){let n=te(null);X(()=>{o&&n.current?.querySelector("input")?.focus()},[]);let[a,r]=ee("invite"),[l,i]=ee(e),c=function(e){let t=ye(),[o,n]=ee([]),a="up"===ce.value;return X(()=>{a&&e&&async function(){let e=[],o=null;for(let n=0;n<5;n+=1){let n=await t.ask("room.list",{cursor:o});if(!n.ok)return;if(e.push(...n.rooms.map(e=>e.room)),o=n.cursor,null===o)break}n(e)}()},[a,e]),o}(""===e);return Q`
<div ref=${n}>
<${go} words=${s("Make the link")} kind="quiet" ask=${({valid_h:e,as:o="member"})=>t({kind:a,valid_h:Number(e),role:"facilitator"===o?"member":o,relation:"facilitator"===o?o:"member",room_id:l||null})}>
<fieldset>
<legend>${s("What for")}</legend>
<label class="check">
<input
type="radio"
name="kind"
checked=${"invite"===a}
onChange=${()=>r("invite")}
/>
<span>${s("For one person, once")}</span>
</label>
<label class="check">
<input
type="radio"
name="kind"
checked=${"knock"===a}
onChange=${()=>r("knock")}
/>
<span>${s("For a flyer: whoever has it may ask to be let in")}</span>
</label>
</fieldset>
${c.length>0&&Q`<label class="field">
<span>${s("Into which room")}</span>
<select onChange=${e=>i(e.target.value)}>
<option value="">${s("None yet: they choose")}</option>
${c.map(e=>Q`<option key=${e.room_id} value=${e.room_id}>${e.name}</option>`)}
</select>
</label>`}
${"invite"===a&&Q`<${So} in_room=${""!==l} />`}
<label class="field">
<span>${s("Works for")}</span>
${"invite"===a?Q`<select key="invite" name="valid_h">
<option value=${24}>${s("A day")}</option>
<option value=${72} selected>${s("Three days")}</option>
</select>`:Q`<select key="knock" name="valid_h">
<option value=${720}>${s("A month")}</option>
<option value=${4320} selected>${s("Half a year")}</option>
<option value=${8760}>${s("A year")}</option>
</select>`}
</label>
<//>
</div>
`}function So({in_room:e}){let{me:t,account:o}=ie.value,n=o.proven?t?.role:"member",a=e&&"member"!==n;return"admin"===n||a?Q`
<label class="field">
<span>${s("As what")}</span>
<select name="as">
<option value="member">${wo("member")}</option>
${a&&Q`<option value="facilitator">${s("Someone who keeps that room")}</option>`}
${"admin"===n&&Q`<option value="moderator">${wo("moderator")}</option>
<option value="admin">${wo("admin")}</option>`}
</select>
</label>
`:null}function Mo({title:e,on_paper:t=!1,on_done:o,children:n,more:a}){let r=te(null);return X(()=>r.current?.focus(),[]),Q`
<section class=${"card shown-once "+(t?"on-paper":"")}>
<h2 ref=${r} tabindex="-1" class="no-print">${e}</h2>
${n}
<div class="row no-print">
${a}
<button type="button" class="quiet" onClick=${o}>${s("Done")}</button>
</div>
</section>
`}function Co({codes:e}){return Q`
<ul class="codes">
${e.map(e=>Q`<li key=${e}><code>${e}</code></li>`)}
</ul>
`}function xo({text:e,words:t=""}){let o=ye();return Q`<button type="button" class="quiet" onClick=${async function(){o.tell(await nt(e)?s("Copied."):s("This browser did not let us copy it."))}}>${t||s("Copy")}</button>`}function To(){return Q`<button type="button" class="quiet" onClick=${()=>print()}>${s("Print")}</button>`}function Ao({svg:e,alt:t}){let o=`data:image/svg+xml;charset=utf-8,${encodeURIComponent(e)}`;return Q`<img class="qr" src=${o} alt=${t} width="240" height="240" />`}var Io=new Set(["localhost","127.0.0.1","[::1]","::1"]);function qo({room_id:e=""}){let t=ye(),[o,n]=ee(null),[a,r]=ee(0),{items:l,cursor:i,problem:c,load:u}=St(e=>t.ask_http("invite.list",{cursor:e}),t=>t.invites.filter(t=>!e||t.room_id===e)),{list:d,heading:p,leaves:$}=Gt();async function h(e){let o=await t.ask_http("invite.revoke",{invite_id:e});t.tellRefusal(o),o.ok&&t.tell(s("Taken back: it opens nothing any more.")),$(),await u(null)}let m=l.filter(e=>jo(e,t.now())),f=l.filter(e=>!jo(e,t.now()));return Q`
${o?Q`<${No} ...${o} on_done=${function(){n(null),r(a+1)}} />`:Q`<${_o} room_id=${e} create=${async function(e){let o=await t.step_up.withStepUp(()=>t.ask_http("invite.create",e));return o.ok&&(n(o),await u(null)),o}} again=${a>0} />`}
${c&&Q`<p class="problem" role="alert">${c}</p>`}
<h2 ref=${p} tabindex="-1">${s("Invitations that still work")}</h2>
${0===m.length&&Q`<p class="soft">${s("There are none just now.")}</p>`}
<ul class="cards" ref=${d}>
${m.map(e=>Q`<${Wo} key=${e.invite_id} invite=${e} revoke=${h} />`)}
</ul>
${f.length>0&&Q`<details>
<summary>${s("Used, taken back or run out")}</summary>
<ul class="cards">
${f.map(e=>Q`<${Wo} key=${e.invite_id} invite=${e} />`)}
</ul>
</details>`}
<${_t} cursor=${i} words=${s("Older ones")} load=${u} />
`}function Wo({invite:e,revoke:t}){let o=ye(),n=function({kind:e,role:t,room_name:o,relation:n}){let a=o??"";return"knock"===e?a?s("To ask to be let in, for a flyer, into {room}.",{room:a}):s("To ask to be let in, for a flyer."):"member"!==t?s("For one person, as {role}.",{role:fo(t)}):"facilitator"===n?s("For one person, to keep {room}.",{room:a}):a?s("For one person, into {room}.",{room:a}):s("For one person.")}(e);return Q`
<li class="card">
<p>${n}</p>
<p class="soft small">${Yo(e,o.now())}</p>
${t&&Q`<${bo}
words=${s("Take it back")}
label=${s("Take it back: {what}",{what:n})}
sure=${s("Yes, take it back")}
on_press=${()=>t(e.invite_id)}
/>`}
</li>
`}function No({invite:e,link:t,code:o,qr_svg:n,on_done:a}){let r=ye(),l="knock"===e.kind,i=Yo(e,r.now()),c=Q`
<${xo} text=${t} words=${s("Copy the link")} />
<${xo} text=${o} words=${s("Copy the code")} />
<${To} />
`;return Q`
<${Mo}
title=${s("Here it is, shown only now")}
on_paper
on_done=${a}
more=${c}
>
<p class="no-print">
${s(l?"Whoever has it may ask to be let in.":"It lets one person in, once.")}
${" "}${i}
</p>
${Io.has(location.hostname)&&Q`<p class="no-print">
${s("This link works only on this computer. Whoever runs the server sets CHAT_PUBLIC_URL before others can use it.")}
</p>`}
${l&&Q`<${Eo} until=${i} />`}
<${Ao} svg=${n} alt=${s("The same link as a picture, for a phone's camera")} />
<label class="field no-print">
<span>${s("The link")}</span>
<input readonly value=${t} />
</label>
<p class="print-only">${t}</p>
<p>${s("Without a link, to type in:")} <code class="big-code">${o}</code></p>
<//>
`}function Eo({until:e}){let{site:t}=ie.value;return Q`<div class="print-only">
<h1>${t?.name??document.getElementById("app")?.dataset.site}</h1>
<p class="lead">${s("Peer support: ask to be let in.")}</p>
<p>${e}</p>
</div>`}function jo({used:e,revoked:t,expires_at:o},n){return!e&&!t&&o>n}function Yo(e,t){if(e.revoked)return s("Taken back.");if(e.used)return s("Used.");let o=pe(e.expires_at,t);return e.expires_at>t?s("Works until {at}.",{at:o}):s("Ended {at}.",{at:o})}var Oo={guidelines:"book",pinned:"pin",roster:"people",search:"search",settings:"settings",invites:"letter"};function Lo({timeline:e,keeper:t,on_open:o,on_close:n}){let a=ye(),[r,l]=ee(!1),{room_id:i,membership:c}=e,u=e.room?.pinned.length??0,d=(e,t)=>Q`<${bt} icon=${Oo[e]} on_press=${()=>o(e)}>${t}<//>`;return Q`
<${$t} title=${e.room?.name??""} kind="sheet" on_close=${n}>
<${kt}>
${d("guidelines",s("Guidelines and who keeps this room"))}
${u>0&&d("pinned",s("Pinned in this room"))}
${d("roster",s("Members"))}
${d("search",s("Search in this room"))}
${t&&d("settings",s("Room settings"))}
${t&&d("invites",s("Invite someone"))}
${c&&(r?Q`<${bt} icon="leave" on_press=${async function(){(await a.act.leave(i)).ok&&(n(),a.router.go("/app"))}}>
${s("Yes, leave. My messages stay; I won't see the room any more.")}
<//>`:Q`<${bt} icon="leave" on_press=${()=>l(!0)}>
${s("Leave this room")}
<//>`)}
<//>
<//>
`}function Ro({timeline:e,on_close:t}){let{room:o}=e;return Q`
<${$t} title=${o?.name??""} on_close=${t}>
${o&&Q`<${oo} listed=${{room:o,membership:{standing:"in"}}} />`}
<${Ho} timeline=${e} />
<//>
`}function Do({timeline:e,on_close:t}){let o=s("Invitations to {room}",{room:e.room?.name??""});return Q`
<${$t} title=${o} on_close=${t}>
<${qo} room_id=${e.room_id} />
<//>
`}function Ho({timeline:e}){return 0===e.staff.length?null:Q`
<h3>${s("Who keeps this room")}</h3>
<p>${l(e.staff.map(e=>e.handle))}</p>
`}function zo({on_mute:e}){let[t,o]=ee(0),n=te(null),a=te(!1);return X(()=>{a.current&&0===t&&n.current?.focus(),a.current=t>0},[t]),t>0?Q`<${Po}
on_choose=${n=>{o(0),e(t,n)}}
on_cancel=${()=>o(0)}
/>`:Q`
<button ref=${n} type="button" class="quiet" onClick=${()=>o(900)}>
${s("Mute 15 minutes")}
</button>
<button type="button" class="quiet" onClick=${()=>o(86400)}>${s("Mute a day")}</button>
`}function Po({on_choose:e,on_cancel:t}){let o=vt(),n=te(null);return X(()=>n.current?.querySelector("button")?.focus(),[]),Q`
<div ref=${n} class=${"stack "+(o?"":"settling")} role="group" aria-label=${s("Why?")}>
<p class="soft">${s("Why? They are told the reason, not who decided.")}</p>
<${kt}>
${rt.map(([t,n])=>Q`<${bt}
key=${t}
on_press=${()=>o&&e(t)}
>${s(n)}<//
>`)}
<${bt} on_press=${t}>${s("Not now")}<//>
<//>
</div>
`}function Ko({timeline:e,my_id:t,keeper:o,on_close:n}){let a=ye(),{room_id:r}=e,[l,i]=ee(0),u=function(e){let[t,o]=ee(e);return X(()=>{let t=setTimeout(()=>o(e),1e3);return()=>clearTimeout(t)},[e]),t}(e.roster_changes),{items:d,cursor:$,problem:h,load:m}=St(async function(e){let t=await a.ask("room.members",{room_id:r,cursor:e});return t.ok&&(i(t.members),o&&null===e&&null===t.cursor&&function(e){let t=e.filter(e=>"waiting"===e.standing).length;le(e=>p(e,r,{knocks:t}))}(t.people)),t},e=>e.people,[u]),f=d.filter(e=>"waiting"===e.standing),w=d.filter(e=>"in"===e.standing),y=d.filter(e=>"invited"===e.standing),{reading:g}=e,k={room_id:r,keeper:o,my_id:t,reading:g,on_changed:()=>{m(null)}},b=o||null!==$?0:Math.max(l-w.length,0),v=!0===ie.value.me?.visible,_=s(o?"Members":"Members who show themselves"),S=s("{here}, {members}",{here:c("{count} here now","{count} here now",e.here),members:c("{count} member","{count} members",l)});return Q`
<${$t} title=${S} on_close=${n}>
${h&&Q`<p class="problem" role="alert">${h}</p>`}
<${Uo} title=${s("Waiting at the door")} people=${f} ...${k} />
<${Uo} title=${_} people=${w} ...${k} />
<${Uo} title=${s("Invited")} people=${y} ...${k} />
${b>0&&Q`<p class="soft">${function(e,t){return`${c("{count} here now.","{count} here now.",e)} ${s(t?"Nobody else shows their name.":"Nobody else shows their name; you can, under Menu.")}`}(e.here,v)}</p>`}
<${_t} cursor=${$} load=${m} />
<//>
`}function Uo({title:e,people:t,...o}){let{list:n,leaves:a}=Gt();return 0===t.length?null:Q`
<h3>${e}</h3>
<ul class="people" ref=${n}>
${t.map(e=>Q`<${Fo}
key=${e.person.user_id}
member=${e}
leaves=${a}
...${o}
/>`)}
</ul>
`}function Fo({member:e,keeper:t,my_id:o,reading:n,...a}){let r=ye(),[l,i]=ee(!1),{person:c,muted_until:u}=e,d=r.now(),p=null!==u&&u>d,$="waiting"===e.standing,h=c.user_id!==o&&(t||!$),m=Vt(p);return Q`
<li class="person" ref=${m}>
<div class="person-row">
<${Ht} ...${c} />
<span class=${`who ${Zt(c.user_id)}`}>${c.handle}</span>
<${zt} badge=${c.badge} />
${p&&Q`<span class="tag">${s("reading along")}</span>`}
${!p&&n.includes(c.user_id)&&Q`<span class="tag">
${s("just reading")}
</span>`}
${h&&!$&&Q`<button
type="button"
class="plain more"
aria-expanded=${l}
aria-label=${s("What to do about {handle}",c)}
onClick=${()=>i(!l)}
>
<${wt} name="more" />
</button>`}
</div>
${h&&(l||$)&&Q`<${Bo} member=${e} keeper=${t} muted=${p} ...${a} />`}
${p&&t&&Q`<p class="soft small">
${s("until {time}",{time:pe(u,d)})}
</p>`}
</li>
`}function Bo({room_id:e,member:t,keeper:o,muted:n,leaves:a,on_changed:r}){let l=ye(),[i,c]=ee(!1),{user_id:u}=t.person,d=(e,t="")=>async()=>{a(),(await e()).ok&&(t&&l.tell(t),r())},p=(e,t,o)=>Q`<button type="button" class="quiet" onClick=${d(t,o)}>${e}</button>`;if("waiting"===t.standing)return Q`<div class="row">
${p(s("Let in"),()=>l.act.admit(e,u),s("They are in."))}
${p(s("Say no"),()=>l.act.refuse(e,u),s("You said no."))}
</div>`;if("invited"===t.standing)return Q`<div class="row">
${p(s("Take the invitation back"),()=>l.act.refuse(e,u),s("Taken back: it opens nothing any more."))}
</div>`;let h=Q`<${bo}
words=${s("Block")}
sure=${s("Block {handle}",t.person)}
on_press=${async()=>{(await l.act.block(u,!0)).ok&&r()}}
>
<p class="soft">${s("You won't see each other's messages any more. They are not told.")}</p>
<//>`;if(!o)return Q`<div class="row">${h}</div>`;let m=(t,o=null)=>d(()=>l.act.mute({room_id:e,user_id:u,mute_s:t,reason:o})),f="facilitator"===t.relation;return Q`<div class="row">
${n?Q`<button type="button" class="quiet" onClick=${m(0)}>
${s("Let them write again")}
</button>`:Q`<${zo}
on_mute=${(e,t)=>m(e,t)()}
/>`}
${$(ie.value)&&p(s(f?"No longer a keeper":"Make a keeper of this room"),()=>l.act.setRelation({room_id:e,user_id:u,relation:f?"member":"facilitator"}))}
${i?p(s("Yes, remove from the room"),()=>l.act.remove(e,u)):Q`<button type="button" class="quiet" onClick=${()=>c(!0)}>
${s("Remove")}
</button>`}
${h}
</div>`}function Go({room:e,on_close:t}){return Q`
<${$t} title=${s("Search")} kind="wide" on_close=${t}>
<${Vo} room=${e} on_close=${t} />
<//>
`}function Vo({room:e=null,on_close:t=()=>{}}){let o=ye(),[n,a]=ee(null),[r,l]=ee([]),[i,c]=ee(null),[u,d]=ee(""),p=te(0);async function $(e,t){let n=++p.current;d(s("Looking …"));let a=t,r=s("Nothing found so far.");for(let i=0;i<10;i+=1){let i=await o.ask("message.search",{...e,cursor:a});if(n!==p.current)return;if(!i.ok)return d(M(i.error,o.now()));if(a=i.cursor,0!==i.messages.length||null===a){l(e=>null===t?i.messages:[...e,...i.messages]),r=0===i.messages.length&&null===t?s("Nothing found."):"";break}}d(r),c(a)}return Q`
<form
class="stack search"
role="search"
onSubmit=${function(e){e.preventDefault();let t=function(e){let t=t=>String(e.get(t)??"").trim(),[o,n]=[Qo(t("since")),Qo(t("before"))],a={text:t("text")};return t("room_id")&&(a.room_id=t("room_id")),t("by")&&(a.by=t("by")),null!==o&&(a.since=o),null!==n&&(a.before=new Date(n+1296e5).setHours(0,0,0,0)),a}(new FormData(e.target));t.text&&(l([]),c(null),a(t),$(t,null))}}
onKeyDown=${e?function(e){"Escape"!==e.key||e.isComposing||(e.preventDefault(),t())}:null}
>
<div class="row">
<input type="search" name="text" aria-label=${s("Words to look for")} maxlength="200" />
<button type="submit" class="main">${s("Search")}</button>
</div>
<${Jo} room=${e} />
</form>
<p role="status">${u}</p>
<ul class="found">
${r.map(o=>Q`<${Bt}
key=${o.message_id}
message=${o}
room=${function({room_id:t}){return e&&n?.room_id===e.room_id?"":ie.value.rooms[t]?.room.name??""}(o)}
on_follow=${t}
/>`)}
</ul>
<${_t}
cursor=${i}
words=${s("Look further back")}
load=${e=>n?$(n,e):Promise.resolve()}
/>
`}function Jo({room:e}){let t=b(ie.value).filter(t=>t.room.room_id!==e?.room_id&&"in"===t.membership.standing);return Q`
<details class="narrower">
<summary>${s("Where, by whom, when")}</summary>
<div class="stack">
<label class="field">
<span>${s("Room")}</span>
<select name="room_id">
${e&&Q`<option value=${e.room_id}>${e.name}</option>`}
<option value="">${s("All my rooms")}</option>
${t.map(e=>Q`<option value=${e.room.room_id}>${e.room.name}</option>`)}
</select>
</label>
<label class="field">
<span>${s("Said by")}</span>
<input name="by" maxlength="80" autocomplete="off" autocapitalize="none" />
</label>
<label class="field">
<span>${s("From this day on")}</span>
<input type="date" name="since" />
</label>
<label class="field">
<span>${s("Up to this day")}</span>
<input type="date" name="before" />
</label>
</div>
</details>
`}function Qo(e){let[t=0,o=0,n=0]=e.split("-").map(Number),a=new Date(t,o-1,n).getTime();return""===e||Number.isNaN(a)?null:Math.max(a,0)}function Xo(){let e=ye(),[t,o]=ee(""),[n,a]=ee(0),[r,l]=ee("");async function i(){let t=await e.ask_http("account.export",{});if(!t.ok)return o(""),l(M(t.error,e.now()));l(""),a(t.expires_at),o(t.ready?"ready":"gathering")}return X(()=>{if("gathering"!==t)return;let e=setInterval(()=>{i()},2e3);return()=>clearInterval(e)},[t]),Q`
<p>${s("Everything this place keeps of yours, to read or to take with you.")}</p>
${r&&Q`<p class="problem" role="alert">${r}</p>`}
<p role="status" class="outcome">
${"gathering"===t?s("Gathering it. This takes a moment."):""}
${"ready"===t?s("It is ready, until {day}.",{day:pe(n,e.now())}):""}
</p>
${"ready"===t?Q`<p class="row">
<a class="button quiet" href="/account/export">${s("Read it")}</a>
<a class="button quiet" href="/account/export.json" download>
${s("Take it as a file")}
</a>
</p>`:Q`<button type="button" class="quiet" disabled=${""!==t} onClick=${i}>
${s("Gather my data")}
</button>`}
`}function Zo(){let e=ye(),[t,o]=ee("");return Q`
<p>
${s("At once nobody sees you any more, nor anything you wrote. For 72 hours you can sign in and take it back. Then it is removed for good.")}
</p>
<p class="soft small">
${s("What stays: words that were reported, for at most 180 days, or 30 days after a moderator has seen to it. Your name is nobody's for half a year, so that nobody can pass for you. What others wrote to you is theirs.")}
</p>
${t&&Q`<p class="problem" role="alert">${t}</p>`}
<${bo}
words=${s("Leave this place")}
sure=${s("Yes, leave")}
on_press=${()=>{!async function(){let t=await e.step_up.withStepUp(()=>e.ask_http("account.erase",{}));if(t.ok)return e.left();let n="forbidden"===t.error.code&&"admin"===ie.peek().me?.role;o(n?s("Nobody else looks after this place yet. Name another administrator first, under People."):M(t.error,e.now()))}()}}
>
<p><b>${s("Leave this place?")}</b> ${s("You can come back within 72 hours.")}</p>
<//>
`}function en(){let e=ye(),[t,o]=ee(!1),n=vt(String(t)),a=de.value.filter(e=>"sent"!==e.status).length,r=c("{count} message has not gone out, and would be gone. Sign out all the same","{count} messages have not gone out, and would be gone. Sign out all the same",a);return Q`
<button type="button" class="menu-item" onClick=${function(){a>0&&!t?o(!0):(n||!t)&&e.sign_out()}}>
<${wt} name="leave" />
<span role=${t?"alert":null}>${t?r:s("Sign out")}</span>
</button>
`}function tn({on_close:e}){let t=ie.value,{me:o}=t,n=(t,o)=>Q`<${bt}
icon=${"switcher"===o?"search":"keys"}
on_press=${()=>{e(),et(o)}}
>${t}<//
>`;return Q`
<${$t} title=${o?s("You are {handle}",o):s("Menu")} on_close=${e}>
<${kt} onClick=${function(e){return t=>{t.target instanceof Element&&t.target.closest("a")&&e()}}(e)}>
${f(t)&&!re.has(ce.value)&&Q`<${on} />`}
${n(s("Go to …"),"switcher")}
${Ue()&&n(s("Keys"),"shortcuts")}
<${en} />
<//>
<//>
`}function on(){let e=ie.value;return Q`
${e.me&&"admin"!==e.me.role&&Q`<${nn} visible=${e.me.visible} />`}
<${bt} icon="room" href="/app">${s("Rooms")}<//>
${"admin"!==e.me?.role&&Q`<${bt} icon="save" href="/app/saved">${s("Saved messages")}<//>
<${bt} icon="search" href="/app/search">${s("Search")}<//>`}
<${bt} icon="settings" href="/app/settings">${s("Settings")}<//>
${$(e)&&Q`<${bt} icon="flag" href="/app/follow-up">
${s("Follow-up")}${" "}
${e.cases_waiting>0&&Q`<span class="count">${d(e.cases_waiting)}</span
><span class="unseen"> ${s("waiting")}</span>`}
<//>`}
${h(e)&&Q`<${bt} icon="people" href="/app/care">
${s("Looking after this place")}${" "}
${e.staff_new>0&&Q`<span class="count">${d(e.staff_new)}</span>`}
<//>`}
<${bt} icon="help" href="/app/help">${s("Help")}<//>
`}function nn({visible:e}){let t=ye();return Q`
<label class="check">
<input
type="checkbox"
checked=${e}
onChange=${e=>{t.act.showMe(e.target.checked,!0===ie.value.me?.reading)}}
/>
<span>${s("Show my name among those who are here. Otherwise I am only counted.")}</span>
</label>
`}import{at as an}from"./main-2e7caf6625.js";function sn({on_close:e}){let{enter_sends:t,single_keys:o}=ue.value,n=an(t,{shift:!1,ctrl:!1,real_keys:Ue()}),a=Ke()?"⌘":s("Ctrl");return Q`
<${$t} title=${s("Keys")} kind="wide" on_close=${e}>
<h3>${s("Everywhere")}</h3>
<dl class="keys-list">
<${ln} keys=${[a,"K"]} does=${s("Go to a room, a page or an action")} />
<${ln} keys=${["F6"]} does=${s("On to the next part of the page")} />
<${ln} keys=${[s("Shift"),"F6"]} does=${s("Back to the part before")} />
<${ln} keys=${[s("Ctrl"),"/"]} does=${s("Show these keys")} />
<${ln} keys=${[s("Esc")]} does=${s("Close what is open; in a room: all is read")} />
</dl>
<h3>${s("While writing")}</h3>
<dl class="keys-list">
${n?Q`<${ln} keys=${[s("Enter")]} does=${s("Send")} />
<${ln} keys=${[s("Shift"),s("Enter")]} does=${s("A new line")} />`:Q`<${ln} keys=${[s("Enter")]} does=${s("A new line")} />
<${ln} keys=${[s("Ctrl"),s("Enter")]} does=${s("Send")} />`}
<${ln} keys=${["@"]} does=${s("Finish the name of someone here")} />
<${ln} keys=${["↑"]} does=${s("In an empty field: change your last words")} />
</dl>
<h3>${s("In the list of messages")}</h3>
<dl class="keys-list">
<${ln} keys=${["↑","↓"]} does=${s("From message to message")} />
<${ln} keys=${[s("Home"),s("End")]} does=${s("To the first and the last")} />
<${ln} keys=${[s("Enter")]} does=${s("What can be done with it")} />
${o&&Q`<${ln} keys=${["R"]} does=${s("Reply")} />
<${ln} keys=${["E"]} does=${s("Change the words, if they are yours")} />
<${ln} keys=${["S"]} does=${s("Save it for yourself, or no longer")} />
<${ln} keys=${["U"]} does=${s("From here on it is new again")} />
<${ln} keys=${["?"]} does=${s("Show these keys")} />`}
</dl>
${o&&$(ie.value)&&Q`<${rn} />`}
${!o&&Q`<p class="soft">${s("Single letters are switched off.")}</p>`}
<//>
`}function rn(){return Q`
<h3>${s("In follow-up")}</h3>
<dl class="keys-list">
<${ln} keys=${["J","K"]} does=${s("Down and up in the queue")} />
<${ln} keys=${[s("Enter")]} does=${s("Open what has the focus")} />
<${ln} keys=${["C"]} does=${s("Claim it, take it over or step in")} />
<${ln} keys=${["R"]} does=${s("Write to the person")} />
<${ln} keys=${["O"]} does=${s("Hand over")} />
<${ln} keys=${["E"]} does=${s("It is graver")} />
<${ln} keys=${["H"]} does=${s("Take the message out of sight")} />
<${ln} keys=${["M"]} does=${s("Let them only read for a while")} />
<${ln} keys=${["X"]} does=${s("Close it")} />
<${ln} keys=${["?"]} does=${s("Show these keys")} />
</dl>
`}function ln({keys:e,does:t}){return Q`
<dt>${e.map((e,t)=>[t>0?" ":"",Q`<kbd key=${e}>${e}</kbd>`])}</dt>
<dd>${t}</dd>
`}function cn(){let e=ye().step_up.asking.value;return e&&Q`<${un} show=${e.show} cancel=${e.cancel} />`}function un({show:e,cancel:t}){return Q`
<${$t} title=${s("Is it you?")} on_close=${t}>
<p>${s("Please show once more that it is you.")}</p>
<${go} words=${s("It is me")} ask=${function({passphrase:t="",code:o=""}){let n=o.replaceAll(/\s/g,"");return e(n?{passphrase:t,code:n}:{passphrase:t})}} keeps>
<label class="field">
<span>${s("Your own passphrase")}</span>
<input
name="passphrase"
type="password"
required
autofocus
autocomplete="current-password"
/>
</label>
<${dn} />
<//>
<//>
`}function dn(){return ie.value.account.second_factor?Q`<label class="field">
<span>${s("Six digits from your authenticator app")}</span>
<input name="code" required inputmode="numeric" autocomplete="one-time-code" maxlength="12" />
</label>`:null}function pn(e){return Object.values(e.rooms).sort((e,t)=>+(t.mentions>0)-+(e.mentions>0)||+(t.unread>0)-+(e.unread>0)||e.room.name.localeCompare(t.room.name)).map(({room:e,unread:t})=>({key:e.room_id,words:e.name,kind:t>0?c("{count} new","{count} new",t):s("room"),path:ne(e.room_id)}))}function $n(e){let t=(e,t)=>({key:e,words:t,kind:s("page"),path:e}),o=[t("/app/help",s("Help now"))];return f(e)&&(o.unshift(t("/app",s("All rooms"))),"admin"!==e.me?.role&&o.push(t("/app/saved",s("Saved messages"))),"admin"!==e.me?.role&&o.push(t("/app/search",s("Search"))),o.push(t("/app/settings",s("Settings"))),$(e)&&o.push(t("/app/follow-up",s("Follow-up"))),h(e)&&o.push(t("/app/care",s("Looking after this place")))),o}function hn(e,t){let o=Dt(t.trim()),n=e.filter(({words:e})=>Dt(e).startsWith(o)),a=e.filter(e=>!n.includes(e)&&Dt(e.words).includes(o));return[...n,...a]}function mn({on_close:e,on_choose:t}){let o=Z(),[n,a]=ee(""),[r,l]=ee(0),i=te(null),u=function(e){let t=Ve.value.filter(e=>e.words);return[...f(e)?pn(e):[],...t.map(({key:e,words:t,run:o})=>({key:`do-${e}`,words:t,kind:s("action"),run:o})),...$n(e)]}(ie.value),d=hn(u,n),p=Math.min(r,d.length-1);return X(()=>{i.current?.querySelector("[aria-selected=true]")?.scrollIntoView({block:"nearest"})},[p,n]),Q`
<${$t} title=${s("Go to")} on_close=${e}>
<input
role="combobox"
aria-label=${s("A room, a page or an action")}
aria-autocomplete="list"
aria-expanded=${d.length>0}
aria-controls=${o}
aria-activedescendant=${d.length>0?`${o}-${p}`:null}
autocomplete="off"
autofocus
value=${n}
onInput=${e=>{a(e.target.value),l(0)}}
onKeyDown=${function(e){if(e.isComposing)return;let{value:o}=e.currentTarget,a=o===n?d[p]:hn(u,o)[0];if("ArrowDown"===e.key)l((p+1)%Math.max(d.length,1));else if("ArrowUp"===e.key)l((p||d.length)-1);else{if("Enter"!==e.key||!a)return;t(a)}e.preventDefault()}}
/>
<p class="soft small" role="status">
${0===d.length?s("Nothing has that name."):c("{count} place","{count} places",d.length)}
</p>
<ul id=${o} ref=${i} class="places" role="listbox" aria-label=${s("Places")}>
${d.map((e,n)=>Q`<li
key=${e.key}
id=${`${o}-${n}`}
class="place-option"
role="option"
aria-selected=${n===p}
onClick=${()=>t(e)}
>
<span class="place-name">${e.words}</span>
<span class="place-kind">${e.kind}</span>
</li>`)}
</ul>
<//>
`}import{av as fn}from"./main-2e7caf6625.js";function wn({on_close:e}){let t=de.value.filter(e=>"late"===e.status||"failed"===e.status);return Q`
<${$t} title=${s("Not gone out")} kind="wide" on_close=${e}>
${0===t.length&&Q`<p role="status">${s("Nothing is waiting any more.")}</p>`}
${t.map(e=>Q`<section key=${e.nonce}>
<h3>${ie.value.rooms[e.room_id]?.room.name??s("A room that you are not in")}</h3>
<${fn} pending=${e} />
</section>`)}
<//>
`}var yn=Je(()=>import("./later-2e7caf6625.js").then(e=>e.UnsentList));function gn(){let[e,t]=ee(!1),o=()=>t(!1),{timeline:n,me:a}=ie.value,r=n?.room?n.room_id:"",l=de.value.filter(e=>("late"===e.status||"failed"===e.status)&&e.room_id!==r);return re.has(ce.value)||!a?null:Q`
<div role="status">
${l.length>0&&Q`<div class="banner">
<p>
${c("{count} message of yours has not gone out.","{count} messages of yours have not gone out.",l.length)}
</p>
<button
type="button"
class="quiet"
aria-haspopup="dialog"
onClick=${()=>t(!0)}
>
${s("Look")}
</button>
</div>`}
</div>
${e&&Q`<${yn} on_close=${o} on_missing=${o} />`}
`}import{aw as kn,ax as bn,ay as vn,az as _n}from"./main-2e7caf6625.js";function Sn({warning:e,topics:t,on_change:o,on_close:n}){let a=Z(),[r,l]=ee(e),[i,c]=ee(t),u=i.length>=bn;return Q`
<${$t} title=${s("A content warning")} on_close=${n}>
<form class="stack" onSubmit=${function(e){e.preventDefault(),n(),o({warning:r.trim(),topics:i})}}>
<label class="field">
<span>${s("In a few words")}</span>
<input
maxlength=${vn}
autocomplete="off"
dir="auto"
aria-describedby=${`${a}-words`}
value=${r}
onInput=${e=>l(e.target.value)}
/>
<small id=${`${a}-words`} class="soft">
${s("Your message is folded under them until someone opens it.")}
</small>
</label>
<fieldset aria-describedby=${`${a}-topics`}>
<legend>${s("What it is about")}</legend>
<p id=${`${a}-topics`} class="soft small">
${s("Up to three. It is folded for those who asked not to come upon that.")}
</p>
<div class="topics">
${kn.map(e=>Q`<label key=${e} class="check">
<input
type="checkbox"
checked=${i.includes(e)}
disabled=${u&&!i.includes(e)}
onChange=${()=>function(e){let t=i.filter(t=>t!==e);c(t.length<i.length?t:[...i,e])}(e)}
/>
<span>${_n(e)}</span>
</label>`)}
</div>
</fieldset>
<button type="submit" class="main">${s("Done")}</button>
</form>
<//>
`}var Mn={unkind:r("Why: something you wrote was unkind."),private_details:r("Why: something you wrote told private details."),dealing:r("Why: substances were offered or asked for."),method_detail:r("Why: something you wrote described how to do harm."),off_topic:r("Why: what you wrote didn't belong in this room."),breaks_guidelines:r("Why: something you wrote went against the guidelines.")};function Cn({reason:e}){let t=Mn[e??""];return Q`
${t&&Q`<p>${s(t)}</p>`}
<p>
${s("A person decided this, not a machine. If you see it differently, tell the moderators: under “Help now”, “I need to talk” still works.")}
</p>
`}import{aA as xn}from"./main-2e7caf6625.js";function Tn(e,t){let o=new Set;return{want:async function(n,{message_id:a,seq:s}){if(o.has(a))return;o.size>=200&&o.clear(),o.add(a);let r=await e("log.before",{room_id:n,seq:s+1,limit:1});if(!r.ok)return;let l=r.messages.find(e=>e.message_id===a),i=[...t.peek()].slice(-200);t.value=new Map([...i,[a,l?xn(l):null]])},forget:async function(e){o.delete(e)&&(t.value=new Map([...t.peek()].filter(([t])=>t!==e)))},forgetAll:async function(){o.clear(),t.value=new Map}}}import{aB as An}from"./main-2e7caf6625.js";function In({api:e,renewed:t,asking:o}){return{withStepUp:async function(n){let a=await n();return a.ok||"step_up_needed"!==a.error.code||o.peek()?a:await new Promise(n=>{let a=e=>{o.value=null,n(e)};o.value={async show(o){let n=await e("POST","/api/step-ups",o);return n.ok&&(await t(),a(!0)),n},cancel:()=>a(!1)}})?n():An("cancelled","",{retryable:!1})}}}import{aC as qn}from"./main-2e7caf6625.js";import{aD as Wn}from"./main-2e7caf6625.js";function Nn({title:e,lead:t,base:o,groups:n,common:a={},news:r={}}){let l=ye(),{section:i}=l.router.route.value,c=n.flatMap(e=>e.sections).find(e=>e.name===i),u=function(e){let t=te(null),o=te(e);return X(()=>{o.current!==e&&t.current?.focus(),o.current=e},[e]),t}(i),d=c?s(c.title):e;Wn(d);let p=Q`<${En}
title=${e}
base=${o}
groups=${n}
current=${c?.name??""}
news=${r}
/>`;return c?Q`
<section class="page sectioned" data-region>
<div class="sectioned-list">${p}</div>
<div class="sectioned-main">
<a class="back" href=${o}>${e}</a>
<div class="section-head">
<span class="section-sign"><${wt} name=${c.icon} /></span>
<h1 ref=${u} tabindex="-1">${d}</h1>
</div>
<div class="sheet-of-one"><${c.part} key=${c.name} ...${a} /></div>
</div>
</section>
`:Q`
<section class="page" data-region>
<a class="back" href="/app">${s("All rooms")}</a>
<h1 ref=${u} tabindex="-1">${e}</h1>
${t&&Q`<p class="lead">${t}</p>`} ${p}
</section>
`}function En({title:e,base:t,groups:o,current:n,news:a}){return Q`
<nav class="sections" aria-label=${e}>
${o.map(e=>Q`
<div key=${e.title} class="section-group">
${e.title&&Q`<h2>${s(e.title)}</h2>`}
<ul>
${e.sections.map(e=>Q`<li key=${e.name}>
<a
class="section-link"
href=${`${t}/${e.name}`}
aria-current=${e.name===n?"page":null}
>
<${wt} name=${e.icon} />
<span class="section-words">
<span class="section-title">
${s(e.title)}${" "}
${(a[e.name]??0)>0&&Q`<span class="count">
${a[e.name]}<span class="unseen"> ${s("new")}</span>
</span>`}
</span>
${e.about&&Q`<span class="soft small about">${s(e.about)}</span>`}
</span>
<${wt} name="forward" />
</a>
</li>`)}
</ul>
</div>
`)}
</nav>
`}var jn={"message.hide":r("{who} took a message out of sight."),"room.remove":r("{who} removed {someone} from a room."),"room.mute":r("{who} let {someone} only read along."),"room.set_relation":r("{who} changed what {someone} is to a room."),"case.open":r("{who} looked at a case."),"case.widen":r("{who} looked further around a case."),"case.claim":r("{who} took a case on."),"case.release":r("{who} gave a case back."),"case.contact":r("{who} wrote to the person of a case."),"case.attempt":r("{who} tried to reach the person of a case."),"case.hand_over":r("{who} asked a colleague to go on with a case."),"case.accept":r("{who} went on with a case from a colleague."),"case.refuse":r("{who} could not go on with a case for a colleague."),"case.take_over":r("{who} stepped in for a colleague in a case."),"case.stand_by":r("{who} changed who is at hand beside the helper of a case."),"case.propose":r("{who} proposed to close a case, and asked a second person."),"case.resolve":r("{who} closed a case."),"case.review":r("{who} looked at how a case went."),"flag.judge":r("{who} said whether a reason to look was one."),"rota.add":r("{who} planned a shift."),"rota.remove":r("{who} took a shift off the rota."),"report.close":r("{who} has seen to a report."),"sanction.ban":r("{who} kept {someone} out."),"sanction.lift":r("{who} let {someone} back in."),"user.admit":r("{who} let {someone} in who had knocked."),"user.refuse":r("{who} said no to {someone} who had knocked."),"user.freeze":r("{who} closed the account of {someone}."),"user.unfreeze":r("{who} opened the account of {someone} again."),"user.end_sign_ins":r("{who} signed {someone} out everywhere."),"user.create":r("{who} made an account for {someone}."),"user.reset":r("{who} gave {someone} a new way in."),"user.list":r("{who} looked at the list of accounts."),"role.propose":r("{who} proposed a role for {someone}."),"role.approve":r("{who} agreed to a role for {someone}."),"role.refuse":r("{who} said no to a role for {someone}."),"role.give":r("{who} gave a role to {someone}."),"role.set":r("{who} gave a role to {someone}."),"role.take":r("{who} took a role back from {someone}."),"role.undo":r("{who} undid within 72 hours a change of role of {someone}."),"restore.ask":r("{who} began to help {someone} back in."),"restore.confirm":r("{who} met {someone} who is helped back in."),"restore.refuse":r("{who} stopped helping {someone} back in."),"invite.create":r("{who} made an invitation."),"invite.revoke":r("{who} took an invitation back."),"site.change":r("{who} changed how this place shows itself."),"site.set_registration":r("{who} changed who may come in by themselves."),"site.set_helplines":r("{who} changed which help lines come first."),"site.confirm_helplines":r("{who} has called the help lines."),"backup.take":r("{who} took a backup."),restore:r("{who} went back to a backup."),"room.close":r("{who} closed a room."),"room.reopen":r("{who} opened a room again.")},Yn={"case.begin":r("There was a reason to ask how someone is."),"role.lapse":r("A role was proposed, and nobody decided in time."),"restore.lapse":r("A code to come back in was not used in time."),"restore.use":r("Someone came back in by a code from staff."),"staff.recovered":r("Someone on staff came back in by a recovery code."),"restore.stop":r("Someone did not want to be helped back in: it was not them who asked.")};function On({overview:e}){let t=ye(),{items:o,cursor:n,problem:a,known:l,load:i}=St(e=>t.ask_http("audit.list",{cursor:e}),e=>e.entries),c=new Map(e.staff.map(e=>[e.user.user_id,e.user.handle]));return Q`
<p class="soft">
${s("It can't be changed or removed. It names nobody but those who look after the place.")}
</p>
${a&&Q`<p class="problem" role="alert">${a}</p>`}
${l&&0===o.length&&Q`<p class="soft">${s("Nothing yet.")}</p>`}
<ul class="deeds">
${o.map(e=>Q`<li key=${e.number}>
<span class="soft small">${pe(e.at,t.now())}</span>${" "}
${function({actor_id:e,action:t,about:o},n){let a=Yn[t];if(a)return s(a);let l=jn[t]??r("{who} did what this page has no words for yet.");return s(l,{who:Ln(e,n),someone:n.get(o)??s("someone")})}(e,c)}
</li>`)}
</ul>
<${_t} cursor=${n} words=${s("Older ones")} load=${i} />
`}function Ln(e,t){return"operator"===e?s("Whoever runs the server"):t.get(e)??s("Someone who has looked after this place")}function Rn(e,t){let[o]=ee(e),n=te({...e}),a=te(null);return X(()=>{let{elements:o}=a.current?.form;for(let a of t){let t=o.namedItem(a);t.value===n.current[a]&&(t.value=e[a],n.current[a]=e[a],"guidelines"===a&&(n.current.guidelines_version=e.guidelines_version))}},[e]),{first:o,box:a,changed:e=>Object.fromEntries(t.flatMap(t=>e[t]===n.current[t]?[]:[[t,e[t]]])),keep:e=>{Object.assign(n.current,e)},version:()=>n.current.guidelines_version}}function Dn(){let e=ye(),[t,o]=ee(null),[n,a]=ee(""),r="up"===ce.value,{site:l}=ie.value;return X(()=>{r&&async function(){let t=await e.ask_http("site.show",{});if(!t.ok)return a(M(t.error,e.now()));a(""),o(t)}()},[r,l]),{site:t,instead:n?Q`<p class="problem" role="alert">${n}</p>`:Q`<p class="soft" role="status">${s("One moment …")}</p>`}}var Hn=[["hearth",r("Hearth: warm as clay")],["sea",r("Sea: calm and wide")],["forest",r("Forest: quiet and green")],["plum",r("Plum: soft as evening")]],zn=["name","welcome","palette"];function Pn({site:e}){let t=ye(),{first:o,box:n,changed:a,keep:r}=Rn(e,zn);return Q`
<${go}
words=${s("Save")}
keeps
ask=${async function(e){let o=a(e),n=await t.ask_http("site.change",o);return n.ok&&r(o),n}}
done=${()=>s("Saved. Open pages show it by themselves.")}
>
<label class="field">
<span>${s("What this place is called")}</span>
<input ref=${n} name="name" maxlength="60" autocomplete="off" defaultValue=${o.name} />
</label>
<p class="soft small">
${s("Left empty, it is called {name}, as the server's settings say.",{name:e.configured_name})}
</p>
<label class="field">
<span>${s("Words of welcome, for whoever finds it")}</span>
<textarea
name="welcome"
rows="3"
maxlength="500"
dir="auto"
defaultValue=${o.welcome}
></textarea>
</label>
<p class="soft small">
${s("They stand on the first page. Left empty, it has words of its own.")}
</p>
<${Kn} chosen=${o.palette} />
<//>
`}function Kn({chosen:e}){return Q`
<fieldset>
<legend>${s("Colours")}</legend>
${Hn.map(([t,o])=>Q`<label key=${t} class="check">
<input type="radio" name="palette" value=${t} defaultChecked=${t===e} />
<span class="swatch" data-palette=${t} aria-hidden="true"></span>
<span>${s(o)}</span>
</label>`)}
</fieldset>
`}var Un=[r("What is said here stays here, and so does who is here."),r("Speak of yourself. Ask before you give advice."),r("Come as you are, also after a hard night. Nobody counts your days against you."),r("Just reading is fine. So is leaving, and coming back."),r("Nothing is bought, sold or arranged here, and nobody describes how to use or how to do harm."),r("If someone asks you to stop, stop. If something is not right, tell a moderator: it takes two presses.")];function Fn({text:e}){return e?Q`<div class="guidelines as-written" dir="auto">${e}</div>`:Q`<ul class="plain-list">
${Un.map(e=>Q`<li key=${e}>${s(e)}</li>`)}
</ul>`}var Bn=["guidelines"];function Gn({site:e}){let t=ye(),{first:o,box:n,version:a,keep:r}=Rn(e,Bn),[l,i]=ee(null);return Q`
<p>
${s("Everyone reads these when they come in for the first time. When you change them, everyone is asked to read them once more, the next time they come in.")}
</p>
<${go}
words=${s("Save")}
sure=${s("Yes, ask everyone to read them")}
keeps
ask=${async function({guidelines:e=""}){let o={guidelines:e,guidelines_version:a()},n=await t.ask_http("site.change",o);return n.ok?(r({guidelines:e,guidelines_version:n.guidelines_version}),i(null)):"changed_meanwhile"===n.error.code&&await async function(){let e=await t.ask_http("site.show",{});e.ok&&(r({guidelines_version:e.guidelines_version}),i(e.guidelines))}(),n}}
done=${()=>s("Saved.")}
>
<label class="field">
<span>${s("Our guidelines")}</span>
<textarea
ref=${n}
name="guidelines"
rows="12"
maxlength="4000"
dir="auto"
defaultValue=${o.guidelines}
></textarea>
</label>
${null!==l&&Q`<section class="card stack">
<h3>${s("What someone else has written, and holds now")}</h3>
<${Fn} text=${l} />
</section>`}
<p class="soft small">${s("Left empty, they are these:")}</p>
<${Fn} text="" />
<//>
`}var Vn=[["crisis",r("For a crisis")],["addiction",r("For addiction")],["poison/overdose",r("For poisoning or overdose")]];function Jn({number:e,line:t,suffix:o,on_remove:n}){let a=(e,n,a={})=>Q`<label class="field">
<span>${n}</span>
<input
name=${`${e}-${o}`}
autocomplete="off"
defaultValue=${t[e]??""}
...${a}
/>
</label>`;return Q`
<fieldset class="card">
<legend>${s("Our line {number}",{number:e})}</legend>
${a("name",s("Its name"),{required:!0})}
<label class="field">
<span>${s("What for")}</span>
<select name=${`purpose-${o}`}>
${Vn.map(([e,o])=>Q`<option key=${e} value=${e} selected=${e===t.purpose}>
${s(o)}
</option>`)}
</select>
</label>
${a("tel",s("Number to call"),{type:"tel",inputmode:"tel"})}
${a("sms",s("Number to text"),{type:"tel",inputmode:"tel"})}
${a("sms_word",s("The word to text, if it needs one"))}
${a("url",s("Web address"),{type:"url",placeholder:"https://"})}
${a("hours",s("When they answer"),{required:!0})}
${a("languages",s("Languages, by their short codes: en, es"),{required:!0,defaultValue:t.languages.join(", ")})}
${a("source",s("A page where everyone can look it up"),{type:"url",required:!0,placeholder:"https://"})}
<button type="button" class="quiet" onClick=${n}>${s("Take this line out")}</button>
</fieldset>
`}function Qn({site:e,on_changed:t}){let o=ye(),[n,a]=ee(e.help_country),[r,l]=ee(function(e){return e.map((e,t)=>({...e,key:t}))}(e.own_lines)),i=Math.max(0,...r.map(({key:e})=>e))+1,{list:c,leaves:u}=Gt();return function(e,t){let o=te(t);oe(()=>{let n=t>o.current;o.current=t,n&&e.current?.lastElementChild?.querySelector("input")?.focus()},[t])}(c,r.length),Q`
<${go}
words=${s("Save")}
keeps
ask=${async function(e){let a={country:n,own:r.map(({key:t})=>function(e,t){let o=o=>(e[`${o}-${t}`]??"").trim();return{name:o("name"),purpose:o("purpose"),tel:o("tel")||null,sms:o("sms")||null,sms_word:o("sms_word"),url:o("url")||null,languages:o("languages").split(/[\s,]+/).filter(Boolean),hours:o("hours"),source:o("source")}}(e,t))},s=await o.step_up.withStepUp(()=>o.ask_http("site.set_helplines",a));return s.ok&&(await o.helplines.refresh(),await t()),s}}
done=${()=>s("Saved. Please call all of them before you confirm them below.")}
>
<label class="field">
<span>${s("The country where most of your people live")}</span>
<select
value=${n}
onChange=${e=>a(e.target.value)}
>
<option value="">${s("None: everyone chooses for themselves")}</option>
${e.countries.map(({code:e,name:t})=>Q`<option key=${e} value=${e}>${t}</option>`)}
</select>
</label>
<ul class="cards" ref=${c}>
${r.map((e,t)=>Q`<li key=${e.key}>
<${Jn}
number=${t+1}
line=${e}
suffix=${e.key}
on_remove=${()=>function(e){u(),l(r.filter(t=>t!==e))}(e)}
/>
</li>`)}
</ul>
${r.length<3&&Q`<button
type="button"
class="quiet"
onClick=${()=>l([...r,{name:"",purpose:"crisis",tel:null,sms:null,sms_word:"",url:null,languages:["en"],hours:"",source:"",key:i}])}
>
${s("Add a line of our own")}
</button>`}
<p class="soft small">
${s("You are asked once more who you are: a wrong number is the worst this place could show.")}
</p>
<//>
`}function Xn({country:e,confirmed:t,on_changed:o}){let n=ye(),[a,r]=ee(n.helplines.kept());X(()=>{n.helplines.refresh().then(()=>r(n.helplines.kept()))},[]);let l=a.countries.filter(({code:t})=>t===e),i=a.international?[a.international]:[],c=[...l.length>0?l:a.countries,...i];return Q`
${c.map(e=>Q`<${Zn} key=${e.code} country=${e} />`)}
${t?Q`<p class="soft">${s("Somebody has called these, and people answer there.")}</p>`:Q`<div class="card">
<p><b>${s("Call the help lines first.")}</b></p>
<p>
${s("Nobody comes in uninvited until someone has called the numbers that your people may need.")}
</p>
<${bo}
words=${s("We have called them")}
sure=${s("Yes, they answer")}
on_press=${()=>{!async function(){let e=await n.ask_http("site.confirm_helplines",{});n.tellRefusal(e),e.ok&&n.tell(s("Thank you. That is noted.")),await o()}()}}
>
<p class="soft">
${s("A wrong number is the worst that this place could show someone.")}
</p>
<//>
</div>`}
`}function Zn({country:e}){return Q`
<h3>${e.name}</h3>
<ul class="plain-list">
${e.emergency&&Q`<li>${s("Emergency: {number}",{number:e.emergency})}</li>`}
${e.lines.map((e,t)=>Q`<li key=${t}>
<b>${e.name}</b>: ${function({tel:e,sms:t,url:o}){let n=[e&&s("call {number}",{number:e}),t&&s("text {number}",{number:t.number}),o];return l(n.filter(e=>null!==e))}(e)}
<span class="soft small"> (${e.hours})</span>
</li>`)}
</ul>
`}function ea({waiting:e,on_changed:t}){let o=ye(),[n,a]=ee(!1),r=vt(e.map(e=>e.user_id).join(" ")),{list:l,heading:c,leaves:u}=Gt();async function d(e,n){u(),a(!0);let r=await o.ask_http(e,{user_id:n});r.ok?"user.admit"===e?o.tell(s("They are in.")):o.tell(s("You said no. Their page says so, kindly.")):o.tellRefusal(r),await t(),a(!1)}return Q`
<h2 ref=${c} tabindex="-1">${s("At the door")}</h2>
${0===e.length&&Q`<p class="soft">${s("Nobody waits to be let in.")}</p>`}
<ul class="cards" ref=${l}>
${e.map(e=>Q`<li key=${e.user_id} class="card">
<p>
${i("{handle} knocked {day}",{handle:Q`<b>${e.handle}</b>`,day:Q`<span class="soft">${fe(e.knocked_on,o.now())}</span>`})}
</p>
<div class="row">
<button
type="button"
class="main"
aria-label=${s("Let {handle} in",{handle:e.handle})}
disabled=${n||!r}
onClick=${()=>d("user.admit",e.user_id)}
>
${s("Let in")}
</button>
<${bo}
words=${s("Say no to {handle}",{handle:e.handle})}
sure=${s("Yes, say no to {handle}",{handle:e.handle})}
on_press=${()=>d("user.refuse",e.user_id)}
/>
</div>
</li>`)}
</ul>
`}function ta({person:e,on_changed:t}){let o=ye(),[n,a]=ee(null);return n?Q`<${oa} ...${n} handle=${e.handle} on_done=${function(){a(null),Jt()}} />`:Q`
<details>
<summary>${s("Help them back in")}</summary>
<p class="soft small">
${s("For someone who lost their passphrase and their codes. You get a code to hand to them. Every device on which they are signed in is told, and can stop it.")}${" "}
${"moderator"===e.role&&s("They are a member then, until they are named again.")}
</p>
<${go} words=${s("Make the code")} ask=${async function({met:n}){let s={user_id:e.user_id,met:"yes"===n},r=await o.step_up.withStepUp(()=>o.ask_http("restore.ask",s));return r.ok&&(a({...r,met:s.met}),await t()),r}}>
<fieldset>
<legend>${s("Did you meet them?")}</legend>
<label class="check">
<input type="radio" name="met" value="no" checked />
<span>${s("No. The code works after 24 hours.")}</span>
</label>
<label class="check">
<input type="radio" name="met" value="yes" />
<span>
${s("Yes, face to face. It works as soon as another of us says so too, or at once where there is nobody else.")}
</span>
</label>
</fieldset>
<//>
</details>
`}function oa({code:e,from_at:t,until:o,handle:n,met:a,on_done:r}){let l=ye().now(),i=pe(o,l),c=t<=l?s("It works now, until {at}.",{at:i}):s("It works from {from}, unless they stop it, until {at}.",{from:pe(t,l),at:i});return Q`
<${Mo}
title=${s("Shown only now")}
on_done=${r}
more=${Q`<${xo} text=${e} />`}
>
<p>${s("Hand this code to {handle}, in person or by phone.",{handle:n})}</p>
<p><code class="big-code">${e}</code></p>
<p class="soft">
${c}${" "}
${s("They use it under “I have a recovery code”, where one signs in.")}
</p>
${a&&t>l&&Q`<p>
${s("It works at once when another of us says so too: under People, I met them too.")}
</p>`}
<//>
`}var na=["member","moderator","admin"];function aa({alone:e,on_changed:t}){let o=ye(),[n,a]=ee(null),[r,l]=ee(0);return Q`
<h2>${s("Find a person")}</h2>
<${go} words=${s("Find")} kind="quiet" keeps ask=${async function({handle:e=""}){let n=await o.ask_http("user.find",{handle:e});return!n.ok&&"not_found"===n.error.code&&(n.error.message=s("Nobody here has that name.")),a(n.ok?n.user:null),l(e=>e+1),n.ok&&await t(),n}}>
<label class="field">
<span>${s("Their name here, as they write it")}</span>
<input name="handle" required autocomplete="off" autocapitalize="none" spellcheck=${!1} />
</label>
<//>
${n&&Q`<${sa}
key=${n.user_id}
person=${n}
alone=${e}
searches=${r}
on_changed=${async function(){let e=n&&await o.ask_http("user.find",{handle:n.handle});e?.ok&&a(e.user),await t()}}
/>`}
`}function sa({person:e,alone:t,searches:o,on_changed:n}){let{me:a}=ie.value,r="admin"===a?.role,l=a?.user_id===e.user_id,i="member"===e.role||r&&"admin"!==e.role,c=!l&&i&&"waiting"!==e.state,u="active"===e.state||"banned"===e.state,d=r&&!l&&("active"===e.state||"member"!==e.role),p={person:e,on_changed:n};return Q`
<div class="card person-card">
<h3>${e.handle}</h3>
<p class="soft">${function({role:e,state:t},o){return`${[wo(e),yo(t),o?s("this is you"):""].filter(Boolean).join("; ")}.`}(e,l)}</p>
${c&&u&&Q`<${ra} ...${p} />`}
${c&&u&&Q`<${la} person=${e} />`}
${c&&u&&Q`<${ta} ...${p} />`}
${d&&Q`<${ia} key=${o} ...${p} alone=${t} />`}
${c&&r&&Q`<${da} ...${p} />`}
</div>
`}function ra({person:e,on_changed:t}){let o=ye(),{user_id:n}=e;if("banned"===e.state){let{banned_until:a,ban_reason:r}=e,l=null===a?s("Kept out until somebody lifts it."):s("Kept out until {at}.",{at:pe(a,o.now())});return Q`
<p>${l} ${ct(r??"")}</p>
<${bo}
words=${s("Let them back in")}
sure=${s("Yes, let them in")}
on_press=${async function(){let a=await o.ask_http("sanction.lift",{user_id:n});o.tellRefusal(a),a.ok&&o.tell(s("{handle} can come back in.",{handle:e.handle})),await t()}}
/>
`}return Q`
<details>
<summary>${s("Keep them out for a while")}</summary>
<p class="soft small">
${s("They are told the reason and until when. They can still ask for help.")}
</p>
<${go} words=${s("Keep them out")} ask=${async function({reason:a,days:r}){let l=""===r?null:o.now()+864e5*Number(r),i=await o.ask_http("sanction.ban",{user_id:n,reason:a,until:l});return i.ok&&(o.tell(s("Done. {handle} is out on every device.",{handle:e.handle})),await t()),i}}>
<label class="field">
<span>${s("Why")}</span>
<select name="reason" required>
${lt.map(([e,t])=>Q`<option value=${e}>${s(t)}</option>`)}
</select>
</label>
<label class="field">
<span>${s("How long")}</span>
<select name="days">
<option value="1">${s("A day")}</option>
<option value="7">${s("A week")}</option>
<option value="30">${s("30 days")}</option>
<option value="">${s("Until somebody lifts it")}</option>
</select>
</label>
<//>
</details>
`}function la({person:e}){let t=ye();return Q`<${bo}
words=${s("Sign them out everywhere")}
sure=${s("Yes, sign them out")}
on_press=${async function(){let o=await t.ask_http("user.end_sign_ins",{user_id:e.user_id});t.tellRefusal(o),o.ok&&t.tell(s("Signed out everywhere."))}}
/>`}function ia({person:e,alone:t,on_changed:o}){let[n,a]=ee("");return Q`
<details>
<summary>${s("Give or take back a role")}</summary>
${n?Q`<${ca} words=${n} />`:Q`<${ua}
person=${e}
alone=${t}
on_done=${e=>(a(function({state:e,role:t}){return s("done"!==e?"Proposed. Another administrator has to agree.":"member"===t?"Done. They sign in anew.":"Done. They sign in anew, and set up an authenticator app before any of it works.")}(e)),o())}
/>`}
</details>
`}function ca({words:e}){let t=te(null);return X(()=>t.current?.focus(),[]),Q`<p ref=${t} tabindex="-1" role="status" class="outcome">${e}</p>`}function ua({person:e,alone:t,on_done:o}){let n=ye(),[a,r]=ee(""),{handle:l}=e,i="member"===a?s("Make {handle} a member again",{handle:l}):a?s("Make {handle} {role}",{handle:l,role:fo(a)}):s("Give the role");return Q`
<p class="soft small">
${s("Moderators see reports and requests for help and can look into every room. Administrators look after the place and read no room.")}${" "}
${s(t?"You decide this alone. Everyone else who looks after the place is told, and can take it back for 72 hours.":"Giving one takes two administrators.")}
</p>
<${go}
words=${i}
sure=${"admin"===a?s("Yes, an administrator"):""}
keeps
ask=${async function({role:t}){let a={user_id:e.user_id,role:t},s=await n.step_up.withStepUp(()=>n.ask_http("role.propose",a));return s.ok&&await o(s.proposal),s}}
>
<label class="field">
<span>${s("What they are to be")}</span>
<select
name="role"
required
value=${a}
onChange=${e=>r(e.target.value)}
>
<option value="">${s("Choose …")}</option>
${na.filter(t=>t!==e.role).map(e=>Q`<option key=${e} value=${e}>${wo(e)}</option>`)}
</select>
</label>
<//>
`}function da({person:e,on_changed:t}){let o=ye(),n="frozen"!==e.state;async function a(){let a={user_id:e.user_id,frozen:n},r=await o.step_up.withStepUp(()=>o.ask_http("user.freeze",a));o.tellRefusal(r),r.ok&&o.tell(s(n?"The account is closed.":"The account is open again.")),await t()}return n?Q`<${bo}
words=${s("Close the account")}
sure=${s("Yes, close it")}
on_press=${a}
>
<p class="soft small">
${s("Nobody signs in to it any more, until it is opened again. What they wrote stays.")}
</p>
<//>`:Q`<${bo}
words=${s("Open the account again")}
sure=${s("Yes, open it")}
on_press=${a}
/>`}function pa({proposals:e,on_changed:t}){let o=ye(),{list:n,heading:a,leaves:r}=Gt();if(0===e.length)return null;async function l(e,n){let a=await o.step_up.withStepUp(()=>o.ask_http(e,{proposal_id:n}));o.tellRefusal(a),r(),a.ok&&o.tell(s("Done.")),await t()}return Q`
<h2 ref=${a} tabindex="-1">${s("To decide, or to know")}</h2>
<ul class="cards" ref=${n}>
${e.map(e=>Q`<${$a} key=${e.proposal_id} proposal=${e} decide=${l} />`)}
</ul>
`}function $a({proposal:e,decide:t}){let o=ye(),{proposal_id:n,kind:a,user:r,proposer:l,state:u,due_at:d}=e,{me:p}=ie.value,$=l?.user_id===p?.user_id,h=r.user_id===p?.user_id,m="admin"===p?.role,f="waiting"===u&&!h,w=m||"member"===e.role_before,y="role"===a&&"done"===u&&d>o.now()&&!h,g=f&&"role"===a&&m&&!$,k=f&&"restore"===a&&d>o.now()&&!$&&w,b=f&&("restore"===a||m),v=(e,o,a)=>Q`<${bo}
words=${o}
label=${`${o}: ${r.handle}`}
sure=${a}
on_press=${()=>t(e,n)}
/>`;return Q`
<li class="card">
<p>${function({kind:e,user:t,role:o,proposer:n,state:a}){let r=n?n.handle:s("Someone who has left"),l=Q`<b>${t.handle}</b>`;if("restore"===e)return i("{who} helps {handle} back into their account.",{who:r,handle:l});let c=fo(o??"member");return i("done"===a||"undone"===a?"{who} made {handle} {role}.":"waiting"===a?"{who} proposes {handle} as {role}.":"{who} proposed {handle} as {role}.",{who:r,handle:l,role:c})}(e)}</p>
<p class="soft small">${function({kind:e,state:t,met:o,due_at:n},a){let r=pe(n,a);if("waiting"===t&&"role"===e)return s("Another administrator has to agree, by {at}.",{at:r});if("waiting"===t){let e=o>0?`${c("{count} of us met them.","{count} of us met them.",o)} `:"";return n<=a?`${e}${s("The code works now.")}`:`${e}${s("The code works from {at}, unless they stop it.",{at:r})}`}return"lapsed"===t?s("restore"===e?"The code was not used in time.":"Nobody decided in time."):"refused"===t?s("Stopped."):"stopped"===t?s("They stopped it: it was not them who asked."):"undone"===t?s("It was undone."):"restore"===e?s("They are back."):n>a?s("Done. It can be taken back until {at}.",{at:r}):s("Done.")}(e,o.now())}</p>
<div class="row">
${g&&v("proposal.approve",s("Agree"),s("Yes, I agree"))}
${k&&v("restore.confirm",s("I met them too"),s("Yes, I met them"))}
${b&&v("proposal.refuse",s("Stop it"),s("Yes, stop it"))}
${y&&v("proposal.undo",s("Take it back"),s("Yes, take it back"))}
</div>
</li>
`}var ha=[["open",r("Open: anyone may come in by themselves")],["invite",r("By invitation: whoever was given a link")],["closed",r("Closed: nobody new comes in for now")]];function ma({room:e,on_change:t,on_close:o}){let{name:n}=e,a=Vt(e.closed);return Q`
<li class="card" ref=${a}>
<h2 class="card-title">
${n}${e.closed&&Q` <span class="tag">${s("closed")}</span>`}
</h2>
<p class="soft small">${s(ut[e.access]??"")}</p>
<div class="row">
<button
type="button"
class="quiet"
aria-label=${s("Settings: {name}",{name:n})}
onClick=${t}
>
${s("Settings")}
</button>
${e.closed?Q`<${bo}
key="open"
words=${s("Open it again")}
label=${s("Open it again: {name}",{name:n})}
sure=${s("Yes, open it")}
on_press=${()=>o(!1)}
/>`:Q`<${bo}
key="close"
words=${s("Close it")}
label=${s("Close it: {name}",{name:n})}
sure=${s("Yes, close it")}
on_press=${()=>o(!0)}
>
<p class="soft small">
${s("Nobody writes in it or comes in any more. Whoever is in it can go on reading what is kept. It can be opened again.")}
</p>
<//>`}
</div>
</li>
`}var fa=[{name:"people",icon:"people",title:r("People"),about:r("Who waits, what to decide, find someone"),part:function({overview:e,on_changed:t}){return Q`
<${ea} waiting=${e.waiting} on_changed=${t} />
<${pa} proposals=${e.proposals} on_changed=${t} />
<${aa} alone=${e.alone} on_changed=${t} />
<h2>${s("Who looks after this place")}</h2>
<ul class="people">
${e.staff.map(e=>Q`<li key=${e.user.user_id} class="person">
<div class="person-row">
<span class="who">${e.user.handle}</span>
<span class="tag">${function(e){return s("admin"===e?"administrator":"moderator"===e?"moderator":"member")}(e.role)}</span>
${yo(e.state)&&Q`<span class="tag">${yo(e.state)}</span>`}
${!e.proven&&Q`<span class="tag">${s("not set up yet")}</span>`}
</div>
</li>`)}
</ul>
`}},{name:"invites",icon:"letter",title:r("Invitations"),about:r("A link or a flyer, to hand on"),part:qo}],wa=[{title:"",sections:[...fa,{name:"record",icon:"clock",title:r("What I did"),part:On}]}],ya=[{title:r("Who is here"),sections:fa},{title:r("The place"),sections:[{name:"rooms",icon:"room",title:r("Rooms"),about:r("Open, change and close them"),part:function(){let e=ye(),[t,o]=ee(null),[n,a]=ee(!1),{items:r,cursor:l,problem:i,known:c,load:u}=St(t=>e.ask_http("room.list",{cursor:t}),e=>e.rooms,[t,n]);return Q`
<p>
<button type="button" class="main" onClick=${()=>a(!0)}>
${s("Open a new room")}
</button>
</p>
${i&&Q`<p class="problem" role="alert">${i}</p>`}
${c&&0===r.length&&Q`<p class="soft">${s("There are no rooms yet.")}</p>`}
<ul class="cards">
${r.map(({room:t})=>Q`<${ma}
key=${t.room_id}
room=${t}
on_change=${()=>o(t)}
on_close=${o=>{!async function({room_id:t,name:o},n){let a=await e.ask_http("room.update",{room_id:t,closed:n});e.tellRefusal(a),a.ok&&e.tell(s(n?"{name} is closed.":"{name} is open again.",{name:o})),await u(null)}(t,o)}}
/>`)}
</ul>
<${_t} cursor=${l} words=${s("More rooms")} load=${u} />
${t&&Q`<${io} room=${t} on_close=${()=>o(null)} />`}
${n&&Q`<${io} room=${null} on_close=${()=>a(!1)} />`}
`}},{name:"door",icon:"door",title:r("New people"),about:r("Who may come in by themselves"),part:function({overview:e,on_changed:t}){let o=ye(),{site:n,instead:a}=Dn();if(!n)return a;let r="open"===n.chosen&&!e.helplines_confirmed;return Q`
<p class="lead">${function(e){return s("open"===e?"Anyone can come in by themselves.":"invite"===e?"New people come in by invitation.":"Nobody new comes in for now.")}(e.registration)}</p>
${r&&Q`<p class="card">
${s("You chose an open door. It opens as soon as somebody has called the help lines that your people may need; until then people come in by invitation.")}${" "}
<a href="/app/care/help-lines">${s("Help lines")}</a>
</p>`}
<${go} words=${s("Save")} keeps ask=${async function({registration:e}){let n={registration:e},a=await o.step_up.withStepUp(()=>o.ask_http("site.set_registration",n));return a.ok&&await t(),a}} done=${()=>s("Saved.")}>
<fieldset>
<legend>${s("Who may make an account")}</legend>
${ha.map(([e,t])=>Q`<label key=${e} class="check">
<input
type="radio"
name="registration"
value=${e}
defaultChecked=${e===n.chosen}
/>
<span>${s(t)}</span>
</label>`)}
</fieldset>
<p class="soft small">
${s("You are asked once more who you are. People who are in stay in.")}
</p>
<//>
`}},{name:"face",icon:"sun",title:r("Name and colours"),about:r("What people see first"),part:function(){let{site:e,instead:t}=Dn();return e?Q`<${Pn} site=${e} />`:t}},{name:"guidelines",icon:"book",title:r("Guidelines"),about:r("How we are with each other, in all rooms"),part:function(){let{site:e,instead:t}=Dn();return e?Q`<${Gn} site=${e} />`:t}},{name:"help-lines",icon:"help",title:r("Help lines"),about:r("Whose numbers come first, and our own"),part:function({overview:e,on_changed:t}){let{site:o,instead:n}=Dn();return o?Q`
<h2>${s("Whose lines come first")}</h2>
<${Qn} site=${o} on_changed=${t} />
<h2>${s("Call these")}</h2>
<${Xn}
key=${JSON.stringify(o.own_lines)}
country=${o.help_country}
confirmed=${e.helplines_confirmed}
on_changed=${t}
/>
`:n}},{name:"record",icon:"clock",title:r("What was done"),about:r("By staff"),part:On}]}];function ga(){let{account:e,me:t}=ie.value,o=h(ie.value);return Wn(s("Looking after this place")),o&&e.proven?Q`<${_a} />`:t?Q`<${ka}>
${o?Q`<${va} has=${e.second_factor} />`:Q`<p>${s("This page is for those who look after the place.")}</p>`}
<//>`:Q`<${ka}>${ba()}<//>`}function ka({children:e}){return Q`
<section class="page narrow" data-region>
<a class="back" href="/app">${s("All rooms")}</a>
<h1>${s("Looking after this place")}</h1>
${e}
</section>
`}function ba(){return Q`<${qn} />`}function va({has:e}){return e?Q`
<p>
${s("You came in here without the six digits from your app. Show them once, and this works.")}
</p>
<p><a class="button main" href="/step-up?to=/app/care">${s("Show them")}</a></p>
`:Q`
<p>
${s("You look after this place. What you may do works once your account is kept by more than a passphrase: an app on your phone that shows six digits.")}
</p>
<p><a class="button main" href="/second-factor">${s("Set it up")}</a></p>
`}function _a(){let{overview:e,problem:t,load:o}=function(){let e=ye(),[t,o]=ee(null),[n,a]=ee(""),s="up"===ce.value,{staff_new:r,site:l}=ie.value;async function i(){let t=await e.ask_http("staff.overview",{});if(!t.ok)return a(M(t.error,e.now()));a(""),o(t),ie.peek().staff_new&&le(e=>({...e,staff_new:0}))}let c=r>0,u=te(null);return X(()=>{!s||u.current===l&&!c||(u.current=l,i())},[s,c,l]),{overview:t,problem:n,load:i}}(),n=t&&Q`<p class="problem pad" role="alert">${t}</p>`;if(!e)return Q`<${ka}>${n||ba()}<//>`;let a=e.proposals.filter(e=>"waiting"===e.state).length;return Q`
${n}
${e.unseen_reports>0&&Q`<p class="problem pad">
${s("A report waits that no moderator can see. Name a moderator.")}
</p>`}
<${Nn}
title=${s("Looking after this place")}
lead=""
base=${"/app/care"}
groups=${"admin"===ie.value.me?.role?ya:wa}
news=${{people:e.waiting.length+a}}
common=${{overview:e,on_changed:o}}
/>
`}function Sa({box:e,keys:t,on_claim:o}){function n(t){let o=[...e.current?.querySelectorAll(".case-link")??[]].filter(e=>e.getClientRects().length>0),n=e.current?.querySelector('.case-link[aria-current="page"]'),a=document.activeElement?.closest(".case-link")??n,s=o.findIndex(e=>e===a),r=-1===s?t>0?0:o.length-1:s+t;o[Math.max(0,Math.min(o.length-1,r))]?.focus()}function a(e){if(e.defaultPrevented||e.isComposing||!ue.peek().single_keys||e.ctrlKey||e.metaKey||e.altKey||e.target instanceof Element&&e.target.closest("input, textarea, select, [contenteditable], dialog")||document.querySelector("dialog[open]")||e.target instanceof Element&&e.target.closest('[role="log"]'))return;let a=function({key:e,target:a}){let s=e.toLowerCase();if("j"===s)return()=>n(1);if("k"===s)return()=>n(-1);if("?"===e&&!Be(a))return()=>et("shortcuts");let r=(a instanceof Element?a.closest(".case-link"):null)?.getAttribute("data-case");return"c"===s&&r?()=>o(r):t.current[s]}(e);a&&(e.preventDefault(),a())}return X(()=>(addEventListener("keydown",a),()=>removeEventListener("keydown",a))),null}var Ma={imminent:r("In danger now"),high:r("Grave"),medium:r("Today"),low:r("Worth a look")},Ca=[["imminent",r("In danger now: an attempt, an overdose, a plan with means")],["high",r("Grave: a wish to die, violence, dangerous withdrawal")],["medium",r("Today: a relapse, strong craving, hopelessness")],["low",r("Worth a look")]],xa=["low","medium","high","imminent"],Ta={keyword:r("Software heard words of danger"),help_button:r("They asked to talk to someone"),concern:r("Someone here is worried about them"),report:r("A message of theirs was reported"),moderator:r("A moderator noticed something"),failed_screening:r("Software could not read this, so a person looks"),practice:r("To practise")},Aa={suicide:r("suicide"),self_harm:r("self-harm"),overdose:r("overdose"),relapse_craving:r("relapse or craving"),violence_abuse:r("violence or abuse"),medical:r("a medical danger"),drug_dealing:r("dealing"),body_brokering:r("patient brokering"),harassment:r("harassment"),doxxing:r("private details")},Ia=[["talked",r("We talked")],["connected",r("Connected with help")],["handed_over",r("Handed over to others who help")],["unreachable",r("Could not be reached, after several tries")],["no_action",r("Nothing needed to be done")],["not_a_crisis",r("It was no crisis")]],qa={opened:r("It began: {detail}."),flag:r("One more reason: {detail}."),severity:r("Now counted as: {detail}."),claim:r("{who} claimed it."),release:r("{who} gave it back."),lapsed:r("The claim ran out."),lapse:r("The claim ran out."),note:r("{who} wrote down:"),widened:r("{who} looked at {detail} lines on either side."),contact:r("{who} wrote to them."),attempt:r("{who} tried to reach them."),hand_over:r("{who} asked somebody to go on."),accept:r("{who} took it over."),refuse:r("{who} could not take it over."),take_over:r("{who} stepped in."),stand_by:r("{who} asked somebody to stand by, or needs nobody any more."),propose:r("{who} proposes to close it: {detail}."),resolve:r("{who} closed it: {detail}."),review:r("{who} looked at how it went."),judge:r("{who} judged a reason: {detail}."),follow_up:r("Time to ask how they are."),overdue:r("Nobody had claimed it in time."),message_deleted:r("They took a message of theirs back. What it said is kept here."),message_hidden:r("A message was taken out of sight. What it said is kept here."),left_room:r("They left a room."),erasing:r("They asked to be removed. The account can be kept for 72 hours."),kept:r("They stay after all.")},Wa=[[r("Who I am"),r("Hi {handle}, I am {me}. I look after this place, and I'm a person.")],[r("What I saw"),r("I read what you wrote, and I wanted to ask how you are.")],[r("Ask directly"),r("Are you thinking about ending your life? Whatever the answer is, you can tell me.")],[r("What helps now"),r("What would help right now, even a little?")],[r("A next step"),r("Shall we agree on one next step, and when I write to you again?")]];function Na(e){return s(Ma[e]??e)}function Ea(e){let t=Ta[e];return t?s(t):""}function ja(e){let t=Aa[e];return t?s(t):e}function Ya(e){let t=Ia.find(([t])=>t===e)?.[1];return s(t||"no outcome yet")}function Oa(e,t){return"opened"===e||"flag"===e?Ea(t)||t:"severity"===e?Na(t):"judge"===e?s("right"===t?"right":"not right"):"resolve"===e||"propose"===e?Ya(t.split(" ")[0]??""):t}function La({state:e}){return"claimed"===e||"in_contact"===e}function Ra(e){return"open"===e.state||La(e)}function Da({lease_until:e},t){return null!==e&&e<=t}function Ha({flags:e}){return c("{count} reason","{count} reasons",e)}function za(e,t,o){let n=La(e)&&e.owner?.user_id===t,a=Da(e,o);return{mine:n,asked:La(e)&&e.handed_to?.user_id===t,claim:"open"===e.state||"claimed"===e.state&&!n&&a,step_in:"in_contact"===e.state&&!n&&(e.relief_wanted||a),agree:e.closing&&La(e)&&!n,review:"resolved"===e.state,raise:Ra(e)&&xa.indexOf(e.severity)<xa.length-1,stand_by:La(e)&&e.standing_by?.user_id===t}}var Pa={ban:r("Kept out"),mute:r("Only reading"),warn:r("Warned"),warning:r("Warned"),remove:r("Taken out of a room")};function Ka({opened:e}){let t=ye(),{person:o,since:n,state:a,past:r,sanctions:l}=e.card,i=t.now();return Q`
<section class="case-part">
<h2>${s("The person")}</h2>
<p class="case-person">
<${Ht} user_id=${o.user_id} />
<span>
<b>${o.handle}</b><br />
<span class="soft small">
${[s("first here: {day}",{day:me(n,i)}),yo(a)].filter(Boolean).join(" · ")}
</span>
</span>
</p>
<h3>${s("Followed up before")}</h3>
${0===r.length&&Q`<p class="soft small">${s("Never.")}</p>`}
<ul class="plain-list small">
${r.map(e=>Q`<li key=${e.case_id}>
<a href=${se(e.case_id)}>${pe(e.opened_at,i)}</a>:${" "}
${[Na(e.severity),e.category&&ja(e.category),Ya(e.outcome)].filter(Boolean).join(", ")}
</li>`)}
</ul>
${l.length>0&&Q`<h3>${s("Decided before")}</h3>`}
<ul class="plain-list small">
${l.map((e,t)=>Q`<li key=${t}>${function({kind:e,given_at:t,until:o,lifted_at:n},a){let r=Pa[e],l=r?s(r):e,i=pe(t,a);return null!==n?s("{what}, {on}; lifted since",{what:l,on:i}):null===o?s("{what}, {on}",{what:l,on:i}):s("{what}, {on}, until {until}",{what:l,on:i,until:pe(o,a)})}(e,i)}</li>`)}
</ul>
</section>
`}function Ua({opened:e,on_noted:t}){let o=ye(),{entries:n}=e,{case_id:a}=e.case;return Q`
<section class="case-part">
<h2>${s("What was done")}</h2>
<ol class="case-entries">
${n.map(e=>Q`<${Fa} key=${e.number} entry=${e} now=${o.now()} />`)}
</ol>
<${go} words=${s("Write it down")} kind="quiet" done=${()=>s("Written down.")} ask=${async function({note:e=""}){let n=await o.ask("case.note",{case_id:a,note:e});return n.ok&&t(),n}}>
<label class="field">
<span>${s("A note for those who follow up")}</span>
<textarea name="note" rows="2" maxlength=${2e3} required data-note></textarea>
</label>
<//>
</section>
`}function Fa({entry:e,now:t}){return Q`<li>
<span class="soft small">${pe(e.at,t)}</span>${" "}
<span>${function({what:e,actor:t,detail:o}){let n=t?.handle??s("Someone who has looked after this place"),a=qa[e];return a?s(a,{who:n,detail:Oa(e,o)}):t?s("{who} did what this page has no words for yet.",{who:n}):e}(e)}</span>
${e.note&&Q`<p class="as-written" dir="auto">${e.note}</p>`}
</li>`}function Ba(e,t){let o=Array.isArray(e?.templates)?e.templates:[];return{owner:t,blur:!0===e?.blur,sound:!0===e?.sound,templates:o.filter(e=>"string"==typeof e).slice(0,12)}}var Ga=W(Ba(null,"")),Va=e=>`${N(e)}desk`;function Ja(e,t,o){Ga.value=Ba({...Ga.peek(),...o},t),e.set(Va(t),Ga.peek())}function Qa({case_id:e,handle:t,label:o,words:n,focus:a=0,ask:s,children:r}){let l=ye(),i=ie.value.me?.user_id??"",c=`case-${e}`,[u,d]=ee(()=>l.drafts.read(i,c).body),p=te(at()),$=te(null);function h(e){d(e),l.drafts.keep(i,c,{body:e})}return X(()=>{a>0&&$.current?.focus()},[a]),Q`
<${go} words=${n} keeps ask=${async function(){let e=await s(u,p.current);return e.ok&&(p.current=at(),h("")),e}}>
${r}
<label class="field">
<span>${o}</span>
<textarea
ref=${$}
rows="4"
maxlength=${4e3}
required
value=${u}
dir="auto"
onInput=${e=>h(e.target.value)}
></textarea>
</label>
<${Xa} handle=${t} body=${u} add=${function(e){h([u.trimEnd(),e].filter(Boolean).join("\n")),$.current?.focus()}} />
<//>
`}function Xa({handle:e,body:t=null,add:o}){let n=ye(),a=ie.value.me,r=a?.user_id??"",{templates:l}=Ga.value,i=e=>Ja(n.device,r,{templates:e});return Q`
<details class="beginnings">
<summary>${s("What to say")}</summary>
<ol class="prompts">
${Wa.map(([t,n])=>{let r=s(n,{handle:e,me:a?.handle??""});return Q`<li key=${t}>
<button type="button" class="quiet prompt" onClick=${()=>o(r)}>
<span><b>${s(t)}</b><br /><span class="small">${r}</span></span>
</button>
</li>`})}
</ol>
<h3>${s("In my own words")}</h3>
<p class="soft small">${s("Kept on this device alone, until you sign out.")}</p>
<ul class="prompts">
${l.map(e=>Q`<li key=${e} class="own-words">
<button type="button" class="quiet prompt" onClick=${()=>o(e)}>
<span class="as-written">${e}</span>
</button>
<button
type="button"
class="plain"
aria-label=${s("Forget these words: {words}",{words:e.slice(0,40)})}
onClick=${()=>i(l.filter(t=>t!==e))}
>
${s("Forget")}
</button>
</li>`)}
</ul>
${null!==t&&Q`<button
type="button"
class="plain"
disabled=${!t.trim()}
onClick=${()=>{i(function(e,t){let o=t.trim().slice(0,1e3);return!o||e.includes(o)?e:[...e,o].slice(-12)}(l,t)),n.tell(s("Kept for the next time."))}}
>
${s("Keep what I have written for the next time")}
</button>`}
</details>
`}var Za=2e3;function es(e,t){return e.ok&&t(e.case),e}function ts({my_id:e,none:t=""}){let o=ye(),[n,a]=ee([]);return X(()=>{o.ask("rota.list",{}).then(t=>{if(!t.ok)return;let o=new Map(t.shifts.map(({person:e})=>[e.user_id,e]));o.delete(e),a([...o.values()])})},[]),Q`
${n.length>0&&Q`<label class="field">
<span>${s("Whom")}</span>
<select name="to">
${n.map(e=>Q`<option value=${e.user_id}>${e.handle}</option>`)}
<option value="">${t||s("Somebody else")}</option>
</select>
</label>`}
<label class="field">
<span>
${n.length>0?s("Or another, by their name here"):s("Their name here")}
</span>
<input name="handle" autocomplete="off" autocapitalize="none" spellcheck=${!1} />
</label>
`}function os(){let e=ye();return async({to:t="",handle:o=""})=>{if(!o.trim())return{ok:!0,user_id:t};let n=await e.ask_http("user.find",{handle:o.trim()});return n.ok?{ok:!0,user_id:n.user.user_id}:("not_found"===n.error.code&&(n.error.message=s("Nobody here has that name.")),n)}}function ns({opened:e,on_done:t,my_id:o}){let n=ye(),a=os(),{case_id:r}=e.case;return Q`
<${$t} title=${s("Hand over")} on_close=${()=>t(null)}>
<p class="soft small">${s("You keep it until they have taken it.")}</p>
<${go} words=${s("Ask them")} ask=${async function(e){let o=await a(e);if(!o.ok)return o;let s={case_id:r,to:o.user_id,summary:e.summary??""};return es(await n.ask("case.hand_over",s),t)}}>
<${ts} my_id=${o} />
<label class="field">
<span>${s("What they have to know")}</span>
<textarea name="summary" rows="4" maxlength=${Za} required></textarea>
</label>
<//>
<//>
`}function as({opened:e,on_done:t,my_id:o}){let n=ye(),a=os(),{case_id:r}=e.case;return Q`
<${$t} title=${s("Somebody beside you")} on_close=${()=>t(null)}>
<p class="soft small">
${s("They see this case among what they are asked for. You go on; they are there for you.")}
</p>
<${go} words=${s("Ask them")} ask=${async function(e){let o=await a(e);return o.ok?es(await n.ask("case.stand_by",{case_id:r,to:o.user_id||null}),t):o}}>
<${ts} my_id=${o} none=${s("Nobody any more")} />
<//>
<//>
`}function ss({opened:e,on_done:t,handed:o=!1}){let n=ye(),{case_id:a,person:r,owner:l}=e.case;return Q`
<${$t} title=${s("Go on with them")} on_close=${()=>t(null)}>
<p class="soft small">
${s("{handle} hears by name that you go on. Begin with a few words of your own.",{handle:r.handle})}
${l&&s("Until now it was {handle}.",{handle:l.handle})}
</p>
<${Qa}
case_id=${a}
handle=${r.handle}
label=${s("Your first words to {handle}",{handle:r.handle})}
words=${s("Take it over")}
focus=${1}
ask=${async(e,s)=>es(await n.ask(o?"case.accept":"case.take_over",{case_id:a,nonce:s,body:e}),t)}
/>
<//>
`}function rs({opened:e,on_done:t,on_closed:o}){let n=ye(),{case_id:a,closing:r,outcome:l,owner:i,severity:c,kind:u}=e.case,d="imminent"===c&&"real"===u;return Q`
<${$t} title=${s("Close it")} on_close=${()=>t(null)}>
${r&&Q`<p>
${s("{handle} proposes: {outcome}.",{handle:i?.handle??s("Someone"),outcome:Ya(l)})}
</p>`}
${d&&!r&&Q`<p class="soft small">
${s("Where somebody was in danger, two people close. You propose, another agrees.")}
</p>`}
<${go} words=${s(r?"Agree and close":"Close it")} ask=${async function(e){let s=e.hours??"",i={case_id:a,outcome:r?l:e.outcome,...""===s?{}:{follow_up_in_h:Number(s)}},c=await n.ask("case.resolve",i);return c.ok&&(t(c.case),"resolved"===c.case.state&&o(c.debrief)),c}}>
${!r&&Q`<label class="field">
<span>${s("What came of it")}</span>
<select name="outcome" required>
<option value="">${s("Choose …")}</option>
${Ia.map(([e,t])=>Q`<option value=${e}>${s(t)}</option>`)}
</select>
</label>
<label class="field">
<span>${s("Ask again how they are")}</span>
<select name="hours">
<option value="">${s("As usual for how grave it was")}</option>
<option value="24">${s("After a day")}</option>
<option value="48">${s("After two days")}</option>
<option value="72">${s("After three days")}</option>
<option value="168">${s("After a week")}</option>
<option value="0">${s("Not again")}</option>
</select>
</label>`}
<//>
<//>
`}function ls({opened:e,on_done:t}){let o=ye(),{case_id:n}=e.case;return Q`
<${$t} title=${s("I tried to reach them")} on_close=${()=>t(null)}>
<${go}
words=${s("Write it down")}
ask=${async({note:e=""})=>es(await o.ask("case.attempt",{case_id:n,note:e}),t)}
>
<label class="field">
<span>${s("How, and what came of it")}</span>
<textarea name="note" rows="3" maxlength=${Za}></textarea>
</label>
<//>
<//>
`}function is({opened:e,on_done:t}){let o=ye(),{severity:n,person:a}=e.case;return Q`
<${$t} title=${s("It is graver")} on_close=${()=>t(null)}>
<p class="soft small">${s("It never falls again while it runs. Those on duty are told.")}</p>
<${go} words=${s("Say so")} ask=${async function(e){let n={user_id:a.user_id,severity:e.severity,note:e.note??""};return es(await o.ask("case.raise",n),t)}}>
<label class="field">
<span>${s("How grave")}</span>
<select name="severity">
${function(e){return Ca.filter(([t])=>xa.indexOf(t)>xa.indexOf(e))}(n).map(([e,t])=>Q`<option value=${e}>${s(t)}</option>`)}
</select>
</label>
<label class="field">
<span>${s("Why")}</span>
<textarea name="note" rows="2" maxlength=${Za} required></textarea>
</label>
<//>
<//>
`}function cs({on_done:e,message_id:t}){let o=ye();return Q`
<${$t} title=${s("Take the message out of sight")} on_close=${()=>e(null)}>
<p class="soft small">
${s("What they wrote stays in this case. They are told the reason, not who decided.")}
</p>
<${go} words=${s("Take it out of sight")} ask=${async function({reason:n}){let a=await o.ask("message.hide",{message_id:t,reason:n});return a.ok&&(o.tell(s("Out of sight.")),e(null)),a}}>
<${ds} first=${"method_detail"} />
<//>
<//>
`}function us({opened:e,on_done:t,room_id:o}){let n=ye(),{user_id:a,handle:r}=e.case.person;return Q`
<${$t} title=${s("Let them only read for a while")} on_close=${()=>t(null)}>
<p class="soft small">
${s("Not for words of danger: whoever is in need is not silenced. It is for what hurts others.")}
</p>
<${go} words=${s("Let them only read")} ask=${async function({reason:e,mute_s:l}){let i=await n.ask("room.mute",{room_id:o,user_id:a,mute_s:Number(l),reason:e});return i.ok&&(n.tell(s("{handle} can read along there, and still write to you.",{handle:r})),t(null)),i}}>
<label class="field">
<span>${s("How long")}</span>
<select name="mute_s">
<option value="900">${s("15 minutes")}</option>
<option value="86400">${s("A day")}</option>
</select>
</label>
<${ds} />
<//>
<//>
`}function ds({first:e=""}){let[t,o]=ee(e);return Q`<label class="field">
<span>${s("Why")}</span>
<select
name="reason"
required
value=${t}
onChange=${e=>o(e.target.value)}
>
<option value="">${s("Choose …")}</option>
${rt.map(([e,t])=>Q`<option value=${e}>${s(t)}</option>`)}
</select>
</label>`}function ps(e){let{opened:t,my_id:o,now:n,keys:a,on_write:r,on_done:l,on_closed:i}=e,c=ye(),u=t.case,{case_id:d}=u,p=za(u,o,n),[$,h]=ee(""),[m,f]=ee(!1),w=t.flags.find(e=>null!==e.message_id),y=null!==u.contacted_at;async function g(e,t){f(!0);let o=await e;f(!1),c.tellRefusal(o),o.ok&&(we.say(t),l(o.case))}let k=()=>g(c.ask("case.claim",{case_id:d}),s("You have it now.")),b=()=>y?h("accept"):g(c.ask("case.accept",{case_id:d}),s("You have it now.")),v={};p.claim?v.c=()=>{k()}:p.asked?v.c=()=>{b()}:p.step_in&&(v.c=()=>h("take_over")),p.mine&&(v.r=r),p.mine&&(v.o=()=>h("hand_over")),(p.mine||p.agree)&&(v.x=()=>h("resolve")),p.raise&&(v.e=()=>h("raise")),w?.message_id&&(v.h=()=>h("hide")),w?.room_id&&(v.m=()=>h("mute")),X(()=>(a.current=v,()=>{a.current={}}));let _=e=>()=>h(e),S={opened:t,on_done:function(e){h(""),e&&l(e)}};return Q`
<div class="case-doing" data-region role="group" aria-label=${s("What can be done")}>
${p.claim&&Q`<button type="button" class="main" disabled=${m} onClick=${k}>
${s("Claim it")}
</button>`}
${p.asked&&Q`<button type="button" class="main" disabled=${m} onClick=${b}>
${s("Take it over")}
</button>
<button type="button" class="quiet" disabled=${m} onClick=${()=>g(c.ask("case.refuse",{case_id:d}),s("It stays where it was."))}>
${s("I can't just now")}
</button>`}
${p.step_in&&Q`<button type="button" class="main" onClick=${_("take_over")}>
${s("Step in")}
</button>`}
${p.agree&&Q`<button type="button" class="main" onClick=${_("resolve")}>
${s("Agree: {outcome}",{outcome:Ya(u.outcome)})}
</button>`}
${p.mine&&Q`<button type="button" class="main" onClick=${r}>
${u.room_id?s("Go on writing"):s("Write to them")}
</button>
<button type="button" class="quiet" onClick=${_("hand_over")}>
${s("Hand over")}
</button>
<button type="button" class="quiet" onClick=${_("resolve")}>${s("Close it")}</button>`}
${p.review&&Q`<button type="button" class="main" disabled=${m} onClick=${()=>g(c.ask("case.review",{case_id:d}),s("Looked at."))}>
${s("I looked at how it went")}
</button>`}
${p.stand_by&&Q`<button type="button" class="quiet" disabled=${m} onClick=${()=>g(c.ask("case.stand_by",{case_id:d,to:null}),s("You no longer stand by."))}>
${s("I no longer stand by")}
</button>`}
${(Ra(u)||w)&&Q`<button type="button" class="plain" aria-haspopup="dialog" onClick=${_("more")}>
${s("More")}
</button>`}
</div>
${"more"===$&&Q`<${$t} title=${s("What can be done")} kind="sheet" on_close=${()=>h("")}>
<${kt}>
${p.mine&&Q`<${bt} icon="phone" on_press=${_("attempt")}>
${s("I tried to reach them")}<//
>
<${bt} icon="people" on_press=${_("stand_by")}>
${s("Ask somebody to stand by me")}<//
>
<${bt} icon="take_back" on_press=${()=>{h(""),g(c.ask("case.release",{case_id:d}),s("Given back. Nobody asks why."))}}>
${s("Give it back, no reason needed")}<//
>`}
${p.raise&&Q`<${bt} icon="warning" on_press=${_("raise")}>${s("It is graver")}<//>`}
${w?.message_id&&Q`<${bt} icon="hide" on_press=${_("hide")}>
${s("Take the message out of sight")}<//
>`}
${w?.room_id&&Q`<${bt} icon="block" on_press=${_("mute")}>
${s("Let them only read in that room for a while")}<//
>`}
<//>
<//>`}
${"hand_over"===$&&Q`<${ns} ...${S} my_id=${o} />`}
${"accept"===$&&Q`<${ss} ...${S} handed />`}
${"take_over"===$&&Q`<${ss} ...${S} />`}
${"resolve"===$&&Q`<${rs} ...${S} on_closed=${i} />`}
${"attempt"===$&&Q`<${ls} ...${S} />`}
${"stand_by"===$&&Q`<${as} ...${S} my_id=${o} />`}
${"raise"===$&&Q`<${is} ...${S} />`}
${"hide"===$&&w?.message_id&&Q`<${cs} ...${S} message_id=${w.message_id} />`}
${"mute"===$&&w?.room_id&&Q`<${us} ...${S} room_id=${w.room_id} />`}
`}function $s({severity:e}){return Q`<span class=${`severity ${e}`}>
<${wt} name=${"imminent"===e||"high"===e?"warning":"clock"} />${Na(e)}
</span>`}function hs({row:e,now:t}){let{words:o,late:n}=function(e,t){if("open"===e.state){let o=e.claim_by-t;return o>0?{words:s("claim within {duration}",{duration:A(o)}),late:!1}:{words:s("overdue by {duration}",{duration:A(-o)}),late:!0}}if("claimed"===e.state){let o=e.contact_by-t;return o>0?{words:s("write within {duration}",{duration:A(o)}),late:!1}:{words:s("first words late by {duration}",{duration:A(-o)}),late:!0}}return"in_contact"===e.state?{words:s("in contact"),late:Da(e,t)}:{words:Ya(e.outcome),late:!1}}(e,t);return Q`<span class=${n?"standing late":"standing"}>
${n&&Q`<${wt} name="bell" />`}${o}
</span>`}function ms({row:e}){return Q`
${"practice"===e.kind&&Q`<span class="tag">${s("practice")}</span>`}
${e.follow_up&&Q`<span class="tag">${s("follow-up")}</span>`}
${e.relief_wanted&&Q`<span class="tag">${s("asks for relief")}</span>`}
${e.closing&&Q`<span class="tag">${s("a second person is asked")}</span>`}
${e.solo&&Q`<span class="tag">${s("closed alone")}</span>`}
`}var fs=[10,25,50];function ws({children:e}){let[t,o]=ee(!1);return Ga.value.blur?Q`
<div class=${t?null:"veiled"} inert=${!t}>${e}</div>
<button type="button" class="quiet" aria-expanded=${t} onClick=${()=>o(!t)}>
${s(t?"Blur the words again":"Show the words")}
</button>
`:e}function ys({opened:e,on_judged:t}){let{flags:o,more_flags:n}=e;return Q`
<section class="case-part">
<h2>${s("Why it is here")}</h2>
${o.map(e=>Q`<${gs}
key=${e.flag_id}
flag=${e}
on_judged=${t}
/>`)}
${n&&Q`<p class="soft small">${s("There are older reasons as well.")}</p>`}
</section>
`}function gs({flag:e,on_judged:t}){let o=ye(),n=pe(e.at,o.now()),a=e.hits.filter(e=>!e.in_warning),r=e.hits.filter(e=>e.in_warning);return Q`
<div class="reason">
<p>
<b>${Ea(e.source)}</b>${" "}
<span class="soft small">${function({room_name:e,raised_by:t},o){return e&&t?s("in {room}, {at}, from {handle}",{room:e,at:o,handle:t.handle}):e?s("in {room}, {at}",{room:e,at:o}):t?s("{at}, from {handle}",{at:o,handle:t.handle}):o}(e,n)}</span>
</p>
<${ws}>
${e.warning&&Q`<p class="soft" dir="auto">
${i("Content warning: {warning}",{warning:Q`<${ks} words=${e.warning} hits=${r} />`})}
</p>`}
${e.body?Q`<blockquote class="words" dir="auto">
<${ks} words=${e.body} hits=${a} />
</blockquote>`:Q`<p class="soft">${s("No words were added.")}</p>`}
<//>
${e.fault&&Q`<p class="soft small">${s("What went wrong: {fault}",{fault:e.fault})}</p>`}
${e.hits.length>0&&Q`<${bs} flag=${e} />`}
${e.hits.length>0&&Q`<${vs} flag=${e} on_judged=${t} />`}
</div>
`}function ks({words:e,hits:t}){return function(e,t){let o=t.map(({start:t,end:o})=>[Math.max(0,t),Math.min(e.length,o)]).filter(([e=0,t=0])=>e<t).sort(([e=0],[t=0])=>e-t),n=[],a=0;for(let[t=0,s=0]of o){if(s<=a)continue;let o=Math.max(t,a),r=n.at(-1);o>a&&n.push({words:e.slice(a,o),heard:!1}),o===a&&r?.heard?r.words+=e.slice(o,s):n.push({words:e.slice(o,s),heard:!0}),a=s}return a<e.length&&n.push({words:e.slice(a),heard:!1}),n}(e,t).map((e,t)=>e.heard?Q`<mark key=${t}>${e.words}</mark>`:e.words)}function bs({flag:e}){return Q`
<details>
<summary>${s("Why this was heard")}</summary>
<ul class="plain-list">
${e.hits.map((e,t)=>Q`<li key=${t}>
${i("{term}: {category}, {severity}",{term:Q`<code>${e.term}</code>`,category:ja(e.category),severity:Na(e.severity)})}
${e.why.length>0&&Q`<br /><span class="soft small">${e.why.join(" · ")}</span>`}
</li>`)}
</ul>
${e.list_version&&Q`<p class="soft small">
${s("Version of the list: {version}",{version:e.list_version})}
</p>`}
</details>
`}function vs({flag:e,on_judged:t}){let o=ye();async function n(n){let a=await o.ask("flag.judge",{flag_id:e.flag_id,verdict:n});o.tellRefusal(a),a.ok&&t()}return Q`
<div class="row" role="group" aria-label=${s("Was it a reason to look?")}>
<span class="small">${s("Was it a reason to look?")}</span>
<button
type="button"
class="quiet"
aria-pressed=${"right"===e.verdict}
onClick=${()=>{n("right")}}
>
${s("Right")}
</button>
<button
type="button"
class="quiet"
aria-pressed=${"wrong"===e.verdict}
onClick=${()=>{n("wrong")}}
>
${s("Not right")}
</button>
</div>
`}function _s({opened:e,on_widened:t}){let o=ye(),n=e.flags.find(e=>null!==e.room_id&&null!==e.seq),[a,r]=ee(null),[l,i]=ee(0),[c,u]=ee("");if(!n)return null;let d=a?.messages??e.context,p=l<fs.length&&(null===a||a.older||a.newer);return Q`
<section class="case-part">
<h2>${s("What was said around it")}</h2>
${0===d.length&&Q`<p class="soft">${s("None of it is there any more.")}</p>`}
<${ws}>
<ol class="around">
${d.map(t=>Q`<${Ss}
key=${t.message_id}
said=${t}
flagged=${t.message_id===n.message_id}
person_id=${e.case.person.user_id}
/>`)}
</ol>
<//>
${c&&Q`<p class="problem" role="alert">${c}</p>`}
<div class="row">
${p&&Q`<button type="button" class="quiet" onClick=${()=>{!async function(){let a=fs[l]??50,s={case_id:e.case.case_id,flag_id:n?.flag_id??"",lines:a},c=await o.ask("case.widen",s);if(!c.ok)return u(M(c.error,o.now()));u(""),r(c),i(l+1),t()}()}}>
${s("More lines around it")}
</button>`}
${n.room_id&&n.message_id&&Q`<a class="button plain" href=${ae(n.room_id,n.message_id)}>
${s("Show it in its room")}
</a>`}
</div>
${p&&Q`<p class="soft small">${s("That you looked further is written down.")}</p>`}
</section>
`}function Ss({said:e,flagged:t,person_id:o}){let n=e.author?.user_id===o;return Q`
<li class=${`said ${n?"theirs":""} ${t?"flagged":""}`}>
<span class="small">
<b>${e.author?.handle??s("Someone")}</b>${" "}
<time title=${$e(e.at)} class="soft">${he(e.at)}</time>
${t&&Q` <span class="tag">${s("this one")}</span>`}
</span>
<span class="words as-written" dir="auto">
${"posted"===e.state?e.body:s("Taken back, or out of sight.")}
</span>
</li>
`}import{aH as Ms}from"./main-2e7caf6625.js";import{aK as Cs}from"./main-2e7caf6625.js";import{aL as xs}from"./main-2e7caf6625.js";var Ts=Je(async()=>(await(import("./later-2e7caf6625.js"))).MessageActions);function As({room_id:e,handle:t,focus:o}){let n=ye(),a=ie.value,r=a.timeline?.room_id===e?a.timeline:null,l=a.me?.user_id??"",[i,c]=ee(""),[u,d]=ee(null),[p,$]=ee(0),h=te(e=>c(e.message_id));if(X(()=>(n.session.open(e),()=>{n.typing.stopped(),n.session.close(e),n.reading.release(e)}),[e]),"refused"===r?.phase)return Q`<p class="soft">${r.refusal?.message}</p>`;if(!r?.room)return Q`<p class="soft" role="status">${s("One moment …")}</p>`;let m=i?g(r,i):null,f=m?.author?.user_id===l;return Q`
<div class="case-talk room">
<${xs}
timeline=${r}
pending=${Ms(de.value,r,l)}
my_id=${l}
unread=${a.rooms[e]?.unread??0}
on_act=${h.current}
/>
<div class="foot">
<p class="typing soft small">
${I(v(r,l,n.typing.isWriting(e)))}
</p>
${r.room.closed?Q`<p class="composer read-only">${s("This talk has ended. It can still be read.")}</p>`:Q`<${Cs}
key=${p}
timeline=${r}
my_id=${l}
reply=${u}
focus=${o+p}
on_reply=${d}
on_edit_last=${()=>{}}
/>`}
</div>
</div>
${!r.room.closed&&Q`<${Xa} handle=${t} add=${function(t){let o=n.drafts.read(l,e),a=[o.body.trimEnd(),t].filter(Boolean).join("\n");n.drafts.keep(l,e,{...o,body:a}),$(p+1)}} />`}
${"posted"===m?.state&&Q`<${Ts}
message=${m}
room_id=${e}
mine=${f}
keeper=${!1}
can_write=${!r.room.closed}
can_react=${!r.room.closed}
is_in=${!0}
pinned=${!1}
saved=${!0===r.my_saved[m.message_id]}
my_reactions=${r.my_reactions[m.message_id]??[]}
on_close=${()=>c("")}
on_missing=${()=>c("")}
on_reply=${()=>d({message_id:m.message_id,seq:m.seq})}
on_edit=${()=>n.router.go(ne(e))}
/>`}
`}function Is({case_id:e,my_id:t,now:o,keys:n}){let{opened:a,problem:r,look:l,done:i}=function(e){let t=ye(),[o,n]=ee(null),[a,r]=ee(""),l=te(0),i=te(0),c=te(0),u="up"===ce.value,{nth:d,case_id:p}=B.value;async function $(){let o=++l.current;i.current=Date.now();let a=await t.ask("case.open",{case_id:e});if(o!==l.current)return;if(!a.ok)return r(M(a.error,t.now()));r(""),n(a);let{newest_at:u}=a.case;c.current&&u>c.current&&we.say(s("There is more in this case.")),c.current=u}return X(()=>{u&&$()},[u,e]),X(()=>{if(p!==e)return;let t=Date.now()-i.current,o=setTimeout(()=>{$()},Math.max(400,4e3-t));return()=>clearTimeout(o)},[d]),{opened:o,problem:a,look:$,done:function(e){n(t=>t&&{...t,case:e}),$()}}}(e),c=a?.case??null,u=null!==c&&za(c,t,o).mine,[d,p]=ee(0),[$,h]=ee(!1),m=function(e){let t=te(null),o=te(!0);return X(()=>{let e=document.activeElement,n=!e||e===document.body||"main"===e.id||e===t.current,a=o.current&&null!==e?.closest(".case-link, .plain-list a");o.current=!1,(n||a)&&"starting"!==ce.peek()&&t.current?.focus({preventScroll:!0})},[e]),t}(null!==a);Wn(s("A case")),function(e,t){let o=ye(),n=e?.case_id??"";X(()=>{if(!t)return;let e=Date.now(),a=()=>{Date.now()-e<6e4||(e=Date.now(),o.ask("case.renew",{case_id:n}))},s=["keydown","pointerdown","wheel","touchmove"];for(let e of s)addEventListener(e,a,{passive:!0});return()=>{for(let e of s)removeEventListener(e,a)}},[t,n])}(c,u);let f=Q`<a class="back phone-only" href="/app/follow-up">${s("The queue")}</a>`;if(!a||!c)return Q`<article class="case">
${f}
<h1 ref=${m} tabindex="-1">${s("A case")}</h1>
${r?Q`<p class="problem" role="alert">${r}</p>`:Q`<${qn} />`}
</article>`;let{person:w}=c;return Q`
<article class="case" aria-labelledby="case-of">
${f}
<header class="case-head">
<h1 id="case-of" ref=${m} tabindex="-1">${w.handle}</h1>
<p class="case-marks">
<${$s} severity=${c.severity} />
<${hs} row=${c} now=${o} />
${c.category&&Q`<span class="soft small">${ja(c.category)}</span>`}
<${ms} row=${c} />
</p>
<p class="small" data-holder>
${function(e,t,o){let{owner:n}=e;if(!Ra(e)){let t=e.resolved_by?.handle??s("someone");return"reviewed"===e.state?s("Closed by {handle}, and looked at by a second person.",{handle:t}):s("Closed by {handle}.",{handle:t})}return n?n.user_id===t?null===e.lease_until||Da(e,o)?s("You have it."):s("You have it until {time}, and longer while you are at it.",{time:he(e.lease_until)}):Da(e,o)?s("{handle} has it, and has been silent since {time}.",{handle:n.handle,time:he(e.lease_until??o)}):s("{handle} has it.",{handle:n.handle}):s("Nobody has it.")}(c,t,o)}${" "}
${c.handed_to&&s("{handle} is asked to go on.",{handle:c.handed_to.handle})}${" "}
${c.standing_by&&s("{handle} stands by.",{handle:c.standing_by.handle})}${" "}
${function({follow_up_at:e},t){return null===e?"":s("Opens again {at}, to ask how they are.",{at:pe(e,t)})}(c,o)}
</p>
</header>
<${ps}
opened=${a}
my_id=${t}
now=${o}
keys=${n}
on_write=${()=>p(d+1)}
on_done=${i}
on_closed=${h}
/>
${r&&Q`<p class="problem" role="alert">${r}</p>`}
${$&&Q`<${Ws} on_close=${()=>h(!1)} />`}
<div class="case-columns">
<div class="case-main">
${u&&Q`<${qs} row=${c} focus=${d} on_done=${i} />`}
<${ys} opened=${a} on_judged=${()=>{l()}} />
<${_s} opened=${a} on_widened=${()=>{l()}} />
</div>
<div class="case-aside">
<${Ka} opened=${a} />
<${Ua} opened=${a} on_noted=${()=>{l()}} />
</div>
</div>
</article>
`}function qs({row:e,focus:t,on_done:o}){let n=ye(),{case_id:a,person:r,room_id:l}=e,i=te(null),[c,u]=ee(0);return X(()=>{t>0&&i.current?.scrollIntoView({block:"start"})},[t]),Q`
<section class="case-part" ref=${i}>
<h2>${s("With {handle}",{handle:r.handle})}</h2>
${l?Q`<${As} room_id=${l} handle=${r.handle} focus=${t+c} />`:Q`<${Qa}
case_id=${a}
handle=${r.handle}
label=${s("Your first words to {handle}",{handle:r.handle})}
words=${s("Send them")}
focus=${t}
ask=${async function(e,t){let s=await n.ask("case.contact",{case_id:a,nonce:t,body:e});return s.ok&&(u(1),o(s.case)),s}}
>
<p class="soft small">
${s("They hear your name here. You two alone read what is said.")}
</p>
<//>`}
</section>
`}function Ws({on_close:e}){let t=te(null);return X(()=>t.current?.focus(),[]),Q`
<section class="debrief" ref=${t} tabindex="-1" aria-label=${s("A moment for you")}>
<h2>${s("A moment for you")}</h2>
<p>
${i("That was a hard one. Leave the screen for ten minutes; {others}.",{others:Q`<a href="/app/follow-up/duty">${s("others can be there meanwhile")}</a>`})}
</p>
<p>
${s("If you want to, write down below how it was for you, or tell a colleague. Whether it ended well is shown to you later.")}
</p>
<button type="button" class="quiet" onClick=${e}>${s("Thank you")}</button>
</section>
`}var Ns=[["asks",r("You are asked")],["waits",r("Waiting")],["mine",r("Yours")],["others",r("With others")]];function Es({queue:e,my_id:t,current:o,now:n,closed:a=!1}){let{items:r,cursor:l,problem:i,known:c,load:u}=e,d={my_id:t,current:o,now:n},p=function(e,t,o){let n={asks:[],waits:[],mine:[],others:[]};for(let a of e){let{mine:e,asked:s,claim:r,step_in:l,agree:i,stand_by:c}=za(a,t,o);s||l||i||c?n.asks.push(a):r?n.waits.push(a):e?n.mine.push(a):n.others.push(a)}return n}(r,t,n);return Q`
${i&&Q`<p class="problem" role="alert">${i}</p>`}
${!c&&!i&&Q`<${qn} />`}
${c&&0===r.length&&Q`<${Re}
picture="mug"
words=${s(a?"Nothing has been closed yet.":"Nobody is waiting.")}
/>`}
<nav class="queue" aria-label=${s(a?"Closed cases":"The queue")}>
${a?Q`<ul>
${r.map(e=>Q`<${js} key=${e.case_id} row=${e} ...${d} />`)}
</ul>`:Ns.map(([e,t])=>0===p[e].length?null:Q`<div key=${e} class="queue-group">
<h2>${s(t)} <span class="soft">${p[e].length}</span></h2>
<ul>
${p[e].map(e=>Q`<${js} key=${e.case_id} row=${e} ...${d} />`)}
</ul>
</div>`)}
<${_t} cursor=${l} load=${u} />
</nav>
`}function js({row:e,my_id:t,current:o,now:n}){let{owner:a}=e,r=A(Math.max(0,n-(e.resolved_at??e.waits_from))),l=a&&a.user_id!==t?s("{handle} has it",{handle:a.handle}):"";return Q`<li>
<a
class=${`case-link ${e.severity}`}
href=${se(e.case_id)}
data-case=${e.case_id}
aria-current=${e.case_id===o?"page":null}
>
<${Ht} user_id=${e.person.user_id} />
<span class="case-line">
<span class="case-who">
<b>${e.person.handle}</b>${" "}<${$s} severity=${e.severity} />${" "}
<${ms} row=${e} />
</span>
<span class="small">
${[Ea(e.source),Ha(e)].filter(Boolean).join(" · ")}
</span>
<span class="small case-times">
<${hs} row=${e} now=${n} />${" "}
<span class="soft">${s("{duration} ago",{duration:r})}</span>${" "}
${l&&Q`<span class="soft">${l}</span>`}
</span>
</span>
</a>
</li>`}function Ys({my_id:e}){let t=ye(),{blur:o,sound:n}=Ga.value,[a,r]=ee(H());return Q`
<div class="narrow">
<section class="case-part">
<h2>${s("On this device")}</h2>
<label class="check">
<input
type="checkbox"
checked=${o}
onChange=${o=>Ja(t.device,e,{blur:o.target.checked})}
/>
<span>${s("Blur what people wrote until I ask for it")}</span>
</label>
<label class="check">
<input type="checkbox" checked=${n} onChange=${function(o){let n=o.target.checked;if(n&&!D())return t.tell(s("This device can't make itself heard here.")),void(o.target.checked=!1);Ja(t.device,e,{sound:n})}} />
<span>${s("Ring here when somebody waits and I am on duty")}</span>
</label>
${a?Q`<p class="soft small">
${s("The browser may tell you while this page is behind others: “You have a new message”, and nothing else.")}
</p>`:Q`<button type="button" class="quiet" onClick=${()=>{!async function(){let e=await async function(){try{return"granted"===await Notification.requestPermission()}catch{return!1}}();r(e),e||t.tell(s("The browser keeps its notes to itself. You can allow them in its settings."))}()}}>
${s("Let the browser tell me, too")}
</button>`}
</section>
<${Os} />
</div>
`}function Os(){let e=ye();return Q`
<section class="case-part">
<h2>${s("A case to practise with")}</h2>
<p class="soft small">${s("It is about nobody, marked as such, and goes the whole way.")}</p>
<${go} words=${s("Begin")} kind="quiet" ask=${async function({severity:t,words:o=""}){let n=await e.ask("case.practice",{severity:t,words:o});return n.ok&&e.router.go(se(n.case.case_id)),n}}>
<label class="field">
<span>${s("How grave")}</span>
<select name="severity">
${Ca.map(([e,t])=>Q`<option value=${e}>${s(t)}</option>`)}
</select>
</label>
<label class="field">
<span>${s("What they wrote, made up by you")}</span>
<textarea name="words" rows="2" maxlength="2000"></textarea>
</label>
<//>
</section>
`}function Ls({my_id:e,now:t}){let o=ye(),n=St(e=>o.ask("rota.list",{cursor:e}),e=>e.shifts,[G.value]),{list:a,heading:r,leaves:l}=Gt();async function i(e){let t=await o.ask("rota.remove",{shift_id:e});o.tellRefusal(t),l(),await n.load(null)}return Q`
<div class="narrow">
<${Rs} my_id=${e} />
<section class="case-part">
<h2 ref=${r} tabindex="-1">${s("The rota")}</h2>
${n.problem&&Q`<p class="problem" role="alert">${n.problem}</p>`}
${n.known&&0===n.items.length&&Q`<p class="soft">${s("No shift is planned. Nobody is called by day or night until there is one.")}</p>`}
<ul class="cards" ref=${a}>
${n.items.map(e=>Q`<${Ds}
key=${e.shift_id}
shift=${e}
now=${t}
on_remove=${i}
on_noted=${()=>{n.load(null)}}
/>`)}
</ul>
<${_t} cursor=${n.cursor} load=${n.load} />
<${Hs} my_id=${e} now=${t} on_added=${()=>{n.load(null)}} />
</section>
</div>
`}function Rs({my_id:e}){let t=ye(),[o,n]=ee(null),[a,r]=ee(""),l=G.value,i="up"===ce.value;function u(e){t.tellRefusal(e),e.ok&&function(e){P([e,...Y.peek().filter(e=>"test"!==e.what)])}({alert_id:e.alert_id,what:"test",severity:null,at:t.now()}),G.value+=1}return X(()=>{i&&t.ask("duty.show",{}).then(e=>{if(!e.ok)return r(M(e.error,t.now()));r(""),n(e),z(e.ringing)})},[i,l]),Q`
<section class="case-part">
<h2>${s("Whether you are on duty")}</h2>
${a&&Q`<p class="problem" role="alert">${a}</p>`}
<p role="status" data-duty>${o&&function({shift:e,device:t,on_duty:o,next_shift:n},a){let r=c("{count} person is there now.","{count} people are there now.",o);return[e?s("heard"===t?"You are on duty until {time}.":"Your shift runs until {time}, and no device of yours was heard yet.",{time:pe(e.ends_at,a)}):s("You have no shift right now."),r,null===n?"":s("The next shift begins {time}.",{time:pe(n,a)})].filter(Boolean).join(" ")}(o,t.now())}</p>
${o&&Q`<div class="row">
${o.shift&&"none"===o.device&&Q`<button type="button" class="main" onClick=${()=>{!async function(){D()&&Ja(t.device,e,{sound:!0}),u(await t.ask("duty.start",{}))}()}}>
${s("I am here: ring on this device")}
</button>`}
${"none"!==o.device&&Q`<button type="button" class="quiet" onClick=${()=>{!async function(){Ga.peek().sound&&D(),u(await t.ask("alert.test",{}))}()}}>
${s("Ring once for a test")}
</button>
<button type="button" class="quiet" onClick=${()=>{!async function(){let e=await t.ask("duty.stop",{});t.tellRefusal(e),G.value+=1}()}}>
${s("I am leaving")}
</button>`}
</div>`}
</section>
`}function Ds({shift:e,now:t,on_remove:o,on_noted:n}){let a=ye(),{shift_id:r,person:l,begins_at:i,ends_at:c,on_call:u,note:d,is_there:p}=e;return Q`
<li class="card">
<p>
<b>${l.handle}</b>${" "}
${p&&Q`<span class="badge">${s("is there")}</span>`}
${u&&Q`<span class="tag">${s("on call")}</span>`}
</p>
<p class="small">
${s("{from} to {to}",{from:pe(i,t),to:pe(c,t)})}
</p>
${d&&Q`<p class="as-written" dir="auto">${d}</p>`}
<details>
<summary>${s("Leave something to whoever comes next")}</summary>
<${go} words=${s("Leave it")} kind="quiet" keeps done=${()=>s("Left for them.")} ask=${async function({note:e=""}){let t=await a.ask("rota.note",{shift_id:r,note:e});return t.ok&&n(),t}}>
<label class="field">
<span>${s("About the night, not about a person by name")}</span>
<textarea name="note" rows="3" maxlength="2000">${d}</textarea>
</label>
<//>
</details>
${c>t&&Q`<${bo}
words=${s("Take it off the rota")}
label=${s("Take it off the rota: {handle}, {at}",{handle:l.handle,at:pe(i,t)})}
sure=${s("Yes, take it off")}
on_press=${()=>{o(r)}}
/>`}
</li>
`}function Hs({my_id:e,now:t,on_added:o}){let n=ye();return Q`
<details>
<summary>${s("Plan a shift of mine")}</summary>
<${go} words=${s("Put it on the rota")} kind="quiet" done=${()=>s("It is on the rota.")} ask=${async function({begins:t="",hours:a="3",on_call:s}){let r=t?new Date(t).getTime():n.now(),l=await n.ask("rota.add",{user_id:e,begins_at:r,ends_at:r+36e5*Number(a),on_call:"on"===s});return l.ok&&(G.value+=1,o()),l}}>
<label class="field">
<span>${s("Begins; left empty, it begins now")}</span>
<input type="datetime-local" name="begins" min=${function(e){return new Date(e-6e4*new Date(e).getTimezoneOffset()).toISOString().slice(0,16)}(t)} />
</label>
<label class="field">
<span>${s("How long")}</span>
<select name="hours">
${[2,3,4,6,8,12].map(e=>Q`<option key=${e} value=${e} selected=${3===e}>
${c("{count} hour","{count} hours",e)}
</option>`)}
</select>
</label>
<label class="check">
<input type="checkbox" name="on_call" />
<span>${s("Only on call, behind the others")}</span>
</label>
<//>
</details>
`}function zs(){let e=ye(),[t,o]=ee(null),[n,a]=ee(""),r="up"===ce.value;return X(()=>{r&&e.ask("case.statistics",{}).then(t=>{if(!t.ok)return a(M(t.error,e.now()));a(""),o(t)})},[r]),n?Q`<p class="problem" role="alert">${n}</p>`:t?Q`
<div class="narrow">
<p class="soft">
${s("Since {day}: {cases}. Fewer than five are not told, so that nobody can be known by them.",{day:me(t.since,e.now()),cases:null===t.cases?s("a few cases"):c("{count} case","{count} cases",t.cases)})}
</p>
<${Ps} title=${s("Until somebody claimed it")} bars=${t.claim} />
<${Ps} title=${s("Until the first words")} bars=${t.contact} />
<${Ks} terms=${t.terms} />
<${Us} hours=${t.hours} />
</div>
`:Q`<${qn} />`}function Ps({title:e,bars:t}){let o=Math.max(1,...t.map(e=>e.count??1));return Q`<section class="case-part">
<h2>${e}</h2>
<table class="bars">
<thead class="unseen">
<tr><th>${s("How long")}</th><th>${s("How many")}</th></tr>
</thead>
<tbody>
${t.map(({up_to_ms:e,count:t})=>Q`<tr key=${e}>
<th>
${null===e?s("longer"):s("up to {duration}",{duration:A(e)})}
</th>
<td>
<progress value=${t??1} max=${o} aria-hidden="true"></progress>
<span>${function(e){return null===e?s("a few"):d(e)}(t)}</span>
</td>
</tr>`)}
</tbody>
</table>
</section>`}function Ks({terms:e}){return Q`<section class="case-part">
<h2>${s("How often a term was right")}</h2>
${0===e.length&&Q`<p class="soft">${s("No term was judged five times yet. Each case asks whether its reason was right.")}</p>`}
${e.length>0&&Q`<table class="bars">
<thead class="unseen">
<tr><th>${s("Term")}</th><th>${s("How often it was right")}</th></tr>
</thead>
<tbody>
${e.map(({term:e,right:t,wrong:o})=>Q`<tr key=${e}>
<th><code>${e}</code></th>
<td>
<progress value=${t} max=${t+o} aria-hidden="true"></progress>
<span>${s("{right} of {all}",{right:t,all:t+o})}</span>
</td>
</tr>`)}
</tbody>
</table>`}
</section>`}function Us({hours:e}){let t=-Math.round((new Date).getTimezoneOffset()/60),o=Array.from({length:24},(o,n)=>e[(n-t+48)%24]??null),n=Math.max(1,...o.map(e=>e??1)),a=o.indexOf(Math.max(...o.map(e=>e??0))),r=o.every(e=>!e)?s("Nothing that can be told yet."):s("Most begin between {from} and {to} o'clock.",{from:a,to:(a+1)%24});return Q`<section class="case-part">
<h2>${s("When people need someone")}</h2>
<svg class="hours" viewBox="0 0 240 78" role="img" aria-label=${r}>
${o.map((e,t)=>{let o=Math.round((e??1)/n*60);return Q`<rect
key=${t}
class=${null===e?"few":""}
x=${10*t+1}
y=${60-o}
width="8"
height=${o}
/>`})}
${[0,6,12,18].map(e=>Q`<text key=${e} x=${10*e+1} y="74">${d(e)}</text>`)}
</svg>
<p class="small">${r}</p>
</section>`}function Fs(){return Q`
<div class="narrow">
<p class="soft">
${s("Everyone here is in the queue too: there somebody claims them, and writes. This is the plain list.")}
</p>
<${Vs} />
<${Gs} />
</div>
`}function Bs(e){let t=st.find(([t])=>t===e)?.[1];return t?s(t):e}function Gs(){let e=ye(),t=(ie.value.help_new??0)>0,{items:o,cursor:n,problem:a,known:r,load:l}=St(t=>e.ask("help.list",{cursor:t}),e=>e.requests,[t]);return X(()=>{r&&e.news.helpSeen(o)},[o]),Q`
<h2>${s("People who want to talk")}</h2>
<${Js} problem=${a} known=${r} />
${r&&0===o.length&&Q`<p class="soft">${s("Nobody is waiting.")}</p>`}
<ul class="cards">
${o.map(e=>Q`<${Qs} key=${e.help_id} ...${e} />`)}
</ul>
<${_t} cursor=${n} words=${s("Older ones")} load=${l} />
`}function Vs(){let e=ye(),t=(ie.value.reports_new??0)>0,{items:o,cursor:n,problem:a,known:r,load:l}=St(t=>e.ask("report.list",{cursor:t}),e=>e.reports,[t]),i=o.filter(e=>null===e.closed_at),c=o.filter(e=>null!==e.closed_at),{list:u,heading:d,leaves:p}=Gt();async function $(t){let o=await e.ask("report.close",{report_id:t});e.tellRefusal(o),o.ok&&e.tell(s("Seen to.")),p(),await l(null)}return X(()=>{r&&e.news.reportsSeen(i)},[o]),Q`
<h2 ref=${d} tabindex="-1">${s("Reported messages")}</h2>
<${Js} problem=${a} known=${r} />
${r&&0===o.length&&Q`<p class="soft">${s("Nothing has been reported.")}</p>`}
<ul class="cards" ref=${u}>
${i.map(e=>Q`<${Xs} key=${e.report_id} report=${e} close=${$} />`)}
</ul>
<ul class="cards">
${c.map(e=>Q`<${Zs} key=${e.report_id} report=${e} />`)}
</ul>
<${_t} cursor=${n} words=${s("Older ones")} load=${l} />
`}function Js({problem:e,known:t}){return e?Q`<p class="problem" role="alert">${e}</p>`:t?null:Q`<p class="soft" role="status">${s("One moment …")}</p>`}function Qs({asked_at:e,person:t,words:o}){return Q`
<li class="card">
<p><b>${t.handle}</b> <${tr} at=${e} /></p>
<p class="words" dir="auto">${o||s("No words were added.")}</p>
</li>
`}function Xs({report:e,close:t}){let o=Bs(e.reason),n=e.author.handle;return Q`<li class="card">
<${er} ...${e} />
<button
type="button"
class="quiet"
aria-label=${s("Seen to: {why}. Written by {handle}",{why:o,handle:n})}
onClick=${()=>{t(e.report_id)}}
>
${s("Seen to")}
</button>
</li>`}function Zs({report:e}){return Q`<li class="card">
<details>
<summary>${s("Seen to: {why}",{why:Bs(e.reason)})}</summary>
<${er} ...${e} />
</details>
</li>`}function er(e){let{reason:t,reported_at:o,room_id:n,room_name:a,posted_at:r,author:l,reporter:c}=e,{warning:u,body:d,note:p}=e;return Q`
<p><b>${Bs(t)}</b> <${tr} at=${o} /></p>
${u&&Q`<p class="soft">${s("Content warning: {warning}",{warning:u})}</p>`}
<blockquote class="words" dir="auto">${d}</blockquote>
<p class="soft">
${i("Written by {author} ({when}) in {room}; reported by {reporter}.",{author:l.handle,when:Q`<${tr} at=${r} />`,room:Q`<a href=${ne(n)}>${a}</a>`,reporter:c.handle})}
</p>
${p&&Q`<p dir="auto">${p}</p>`}
`}function tr({at:e}){let t=ye();return Q`<span class="soft">${me(e,t.now())}, ${he(e)}</span>`}var or={look:r("Somebody waits. Please look."),test:r("This is a test: you are on duty once you say that you heard it."),path_broken:r("The way from a word to a person may be broken. Tell whoever runs the server."),digest:r("There is something to look through today.")};function nr(){let e=ye(),t="up"===ce.value;return X(()=>{t&&e.ask("duty.show",{}).then(e=>{e.ok&&z(e.ringing)})},[t]),Q`<div class="ringing" role="status">
${Y.value.map(t=>Q`<div key=${t.alert_id} class="ring">
<p>
<${wt} name="bell" /> ${s(or[t.what]??r("Somebody waits. Please look."))}${" "}
<span class="small">${he(t.at)}</span>
</p>
<button type="button" class="main" onClick=${()=>{!async function({alert_id:t}){let o=await e.ask("alert.acknowledge",{alert_id:t});e.tellRefusal(o),function(e){P(Y.peek().filter(t=>t.alert_id!==e))}(t),G.value+=1}(t)}}>
${s("I heard it")}
</button>
</div>`)}
</div>`}var ar="/app/follow-up",sr=[["",r("Queue")],["duty",r("Duty")],["closed",r("Closed")],["reports",r("Reports")],["figures",r("How it goes")],["desk",r("My screen")]],rr=new Set(sr.map(([e])=>e));function lr(){let{me:e}=ie.value;return e&&$(ie.value)?Q`<${cr} my_id=${e.user_id} />`:Q`<${ir} />`}function ir(){return Wn(s("Follow-up")),Q`
<section class="page narrow" data-region>
<a class="back" href="/app">${s("All rooms")}</a>
<h1>${s("Follow-up")}</h1>
${ie.value.me?Q`<p>
${s("This page is for moderators who came in with the six digits from their app.")}
</p>`:Q`<${qn} />`}
</section>
`}function cr({my_id:e}){let t=ye(),{section:o}=t.router.route.value,n=rr.has(o)?"":o,a=n?"":o,r=function(){let e=ye(),[,t]=ee(0);return X(()=>{let e=setInterval(()=>{"visible"===document.visibilityState&&t(e=>e+1)},15e3);return()=>clearInterval(e)},[]),e.now()}(),l=function(e){let t=ye(),o=St(o=>t.ask("case.list",{which:e,cursor:o}),e=>e.cases,[e]),{nth:n}=B.value,a=te(n);return X(()=>{if(a.current===n)return;let e=setTimeout(()=>{o.load(null)},400);return()=>clearTimeout(e)},[n]),o}("closed"===a?"closed":"running"),i=te(null),c=te({});ee(()=>function(e,t){Ga.value=Ba(e.get(Va(t)),t)}(t.device,e));let u=""===a||"closed"===a;return Q`
<section class=${"follow "+(n?"with-case":"")} ref=${i} data-region>
<${Sa} box=${i} keys=${c} on_claim=${e=>{!async function(e){let o=await t.ask("case.claim",{case_id:e});t.tellRefusal(o),o.ok&&(we.say(s("You have it now.")),t.router.go(se(e)))}(e)}} />
<div class="follow-side">
<a class="back" href="/app">${s("All rooms")}</a>
<${ur} has_case=${""!==n} place=${a} />
<${nr} />
${u&&Q`<${Es}
queue=${l}
my_id=${e}
current=${n}
now=${r}
closed=${"closed"===a}
/>`}
</div>
<div class="follow-main">
${n&&Q`<${Is} key=${n} ...${{case_id:n,my_id:e,now:r,keys:c}} />`}
${!n&&u&&Q`<${pr} />`}
${"duty"===a&&Q`<${Ls} my_id=${e} now=${r} />`}
${"reports"===a&&Q`<${Fs} />`}
${"figures"===a&&Q`<${zs} />`}
${"desk"===a&&Q`<${Ys} my_id=${e} />`}
</div>
</section>
`}function ur({has_case:e,place:t}){let o=sr.find(([e])=>e===t)?.[1]??sr[0][1],n=function(e){let t=te(null),o=te(e);return X(()=>{o.current!==e&&t.current?.focus(),o.current=e},[e]),t}(t),a=s(""===t?"Follow-up":o),r=Q`<nav class="follow-places" aria-label=${s("Follow-up")}>
${sr.map(([o,n])=>Q`<a
key=${o}
href=${o?`${ar}/${o}`:ar}
aria-current=${o!==t||e?null:"page"}
>${s(n)}</a
>`)}
</nav>`;return e?Q`<p class="follow-title">${s("Follow-up")}</p>
${r}`:Q`<${dr} words=${a} heading=${n} /> ${r}`}function dr({words:e,heading:t}){return Wn(e),Q`<h1 ref=${t} tabindex="-1">${e}</h1>`}function pr(){return Q`<div class="wide-only">
<${Re}
picture="lantern"
words=${s("Choose one. With the keys j and k you go through the queue, c claims, ? shows all.")}
/>
</div>`}import{aM as $r}from"./main-2e7caf6625.js";function hr(){let e=ye(),[t,o]=ee(null),[n,a]=ee(""),r="up"===ce.value;async function l(){let t=await e.ask_http("site.guidelines",{});if(!t.ok)return a(M(t.error,e.now()));a(""),o(t)}return Wn(s("How we are with each other")),X(()=>{r&&l()},[r]),Q`
<section class="page narrow" data-region>
<h1>${s("How we are with each other")}</h1>
<p class="lead">${s("This has changed since you were last here. Please read it, then go on.")}</p>
${n&&Q`<p class="problem" role="alert">${n}</p>`}
${t?Q`<${Fn} text=${t.text} />
<p class="row">
<button type="button" class="main" onClick=${()=>{!async function(){let{version:o}=t,n=await e.ask_http("site.accept_guidelines",{version:o});if(n.ok)return le(e=>$r(e,o));await l(),a(M(n.error,e.now()))}()}}>
${s("I have read this. Go on")}
</button>
<button type="button" class="quiet" onClick=${()=>{e.sign_out()}}>
${s("Sign out")}
</button>
</p>`:Q`<p class="soft" role="status">${s("One moment …")}</p>`}
</section>
`}import{aN as mr}from"./main-2e7caf6625.js";function fr({unreached:e=!1}){return Wn(s("Help now")),Q`
<section class="page" data-region>
${!e&&Q`<a class="back" href="/app">${s("All rooms")}</a>`}
<h1>${s("Help now")}</h1>
${e&&Q`<p class="lead">
${s("Your rooms can’t be reached just now. They open by themselves when that changes.")}
</p>`}
<${mr} />
</section>
`}var wr={open:r("open"),request:r("on request"),invite:r("by invitation")};function yr(){let e=ye(),t=ie.value,[o,n]=ee(null),[a,r]=ee(!1),[l,i]=ee(null),c=Object.keys(t.rooms).join(" "),u=a||l?1:0,d="up"===ce.value,{items:p,cursor:$,problem:h,known:m,load:f}=St(t=>e.ask("room.list",{cursor:t}),e=>e.rooms,[c,u]),w=h||(m?"":s("One moment …"));Wn(s("Rooms"));let y="admin"===t.me?.role,g="up"!==ce.value&&"starting"!==ce.value&&0===p.length,k=g?s("The rooms can't be shown until you are back."):w,b=p.filter(({room:e})=>!t.rooms[e.room_id]),v=!k&&0===b.length,_=!g&&!h&&!m,M=y&&v&&null===$;return Q`
<section class="page lobby" data-region>
<div class="lobby-head">
<div>
<h1>${s("Rooms")}</h1>
<p class="lead">
${t.me&&Q`${s("Good to see you, {handle}.",t.me)}${" "}`}
${s(y?"You look after rooms here; administrators don't enter them.":"Just reading is fine.")}
</p>
</div>
<${Le} name="circle" />
</div>
${!y&&Q`<${kr} />`}
${!y&&Q`<div class="lobby-mine">
<h2 class="phone-only">${s("Your rooms")}</h2>
<${gr} />
<div class="phone-only"><${$o} /></div>
</div>`}
<section>
<h2>${function(e,t){return s(e?"All rooms":t?"Other rooms":"Rooms to come into")}(y,""!==c)}</h2>
${k&&(_?Q`<${qn} count=${2} words=${k} />`:Q`<p class="soft" role="status">${k}</p>`)}
${v&&Q`<${Re} picture="house" words=${function(e,t){return s(e?"There are no rooms yet.":t?"There are no others just now.":"There are no rooms yet. Please look in again.")}(M,""!==c)} />`}
<ul class="cards">
${b.map(e=>Q`<${br}
key=${e.room.room_id}
listed=${e}
on_open=${n}
on_change=${i}
/>`)}
</ul>
<${_t} cursor=${$} words=${s("More rooms")} load=${f} />
</section>
${d&&S(t)&&Q`<p>
<button type="button" class=${M?"main":"quiet"} onClick=${()=>r(!0)}>
${s(M?"Open the first room":"Open a new room")}
</button>
</p>`}
${d&&!y&&Q`<${_r} />`}
${o&&Q`<${$t} title=${o.room.name} on_close=${()=>n(null)}>
<${oo} listed=${o} on_done=${()=>n(null)} />
<//>`}
${l&&Q`<${io} room=${l} on_close=${()=>i(null)} />`}
${a&&Q`<${io} room=${null} on_close=${()=>r(!1)} />`}
</section>
`}function gr(){let e=ye(),t=te(null),[o,n]=ee(!1),a=w(ie.value)>0;return X(()=>{a&&n(!1)},[a]),Q`
<p role="status" class="soft all-read" tabindex="-1" ref=${t}>
${o&&s("Everything is read.")}
</p>
${a&&Q`<button type="button" class="plain all-read" onClick=${()=>{!async function(){(await e.act.markAllRead()).ok&&(n(!0),t.current?.focus())}()}}>
<${wt} name="check" />${s("Mark all as read")}
</button>`}
`}function kr(){let e=b(ie.value).filter(({membership:e})=>"invited"===e.standing);return 0===e.length?null:Q`
<section>
<h2>${s("You are invited")}</h2>
<ul class="cards">
${e.map(({room:e})=>Q`<li key=${e.room_id} class="card">
<h3>${e.name}</h3>
${e.about&&Q`<p>${e.about}</p>`}
<div class="row">
<a
class="button main door-link"
href=${ne(e.room_id)}
aria-label=${s("Come in: {room}",{room:e.name})}
>
${s("Come in")}
</a>
</div>
</li>`)}
</ul>
</section>
`}function br({listed:e,on_open:t,on_change:o}){let{room:n}=e,a="admin"===ie.value.me?.role;return Q`
<li class="card door-card">
<${Pt} room_id=${n.room_id} />
<h3>${n.name} <span class="tag">${s(wr[n.access]??"")}</span></h3>
${n.about&&Q`<p>${n.about}</p>`}
<div class="row">
${a?_(ie.value)&&Q`<button
type="button"
class="quiet"
aria-label=${s("Settings: {room}",{room:n.name})}
onClick=${()=>o(n)}
>
${s("Settings")}
</button>`:Q`<button
type="button"
class="quiet door-link"
aria-label=${s("Look in: {room}",{room:n.name})}
onClick=${()=>t(e)}
>
${s("Look in")}
</button>`}
${$(ie.value)&&Q`<a
class="button quiet door-link"
href=${ne(n.room_id)}
aria-label=${s("Go in as moderator: {room}",{room:n.name})}
>
${s("Go in as moderator")}
</a>`}
</div>
</li>
`}function vr({room:e}){return s(e?"Done.":"You are here already. It is still good for someone else.")}function _r(){let e=ye(),t=e.invitation.value;return Q`
<details open=${""!==t}>
<summary>${s("I was given a code")}</summary>
<${go} words=${s("Use it")} kind="quiet" ask=${async function({code:t=""}){let o=await e.ask_http("invite.use",{code:t});return o.ok&&(e.invitation.value="",await e.session.sync(),o.room&&e.router.go(ne(o.room.room_id))),o}} done=${vr}>
<label class="field">
<span>${s("The code, or the whole link")}</span>
<input
name="code"
required
value=${t}
autocomplete="off"
autocapitalize="none"
spellcheck=${!1}
/>
</label>
<//>
</details>
`}function Sr(){let e=ye(),{items:t,cursor:o,problem:n,known:a,load:r}=St(t=>e.ask("message.saved",{cursor:t}),e=>e.messages);Wn(s("Saved messages"));let l=!("up"===ce.value)&&"starting"!==ce.value&&0===t.length,i=n||(a?"":s("One moment …")),c=l?s("What you saved can't be shown until you are back."):i;return Q`
<section class="page saved" data-region>
<h1>${s("Saved messages")}</h1>
<p class="lead">
${s("Only you see what is here. When a message is taken back, or you leave its room, it goes from here as well.")}
</p>
${l||n||a?Q`<p class="soft" role="status">${c}</p>`:Q`<${qn} count=${3} words=${c} />`}
${!c&&0===t.length&&Q`<${Re}
picture="lantern"
words=${s("Nothing here yet. Words that did you good can be kept: choose “Save it for myself” in a message's menu.")}
/>`}
<ul class="found">
${t.map(e=>Q`<${Mr} key=${e.message_id} message=${e} />`)}
</ul>
<${_t} cursor=${o} words=${s("Show more")} load=${r} />
</section>
`}function Mr({message:e}){let t=ye(),[o,n]=ee(!0);return Q`
<${Bt} message=${e} room=${ie.value.rooms[e.room_id]?.room.name}>
<button type="button" class="plain" onClick=${()=>{!async function(){(await t.act.save(e.message_id,!o,{quietly:!0})).ok&&n(!o)}()}}>
${s(o?"Keep it no longer":"Keep it after all")}
</button>
<//>
`}function Cr(){return Wn(s("Search")),Q`
<section class="page" data-region>
<a class="back" href="/app">${s("All rooms")}</a>
<h1>${s("Search")}</h1>
<${Vo} />
</section>
`}var xr="chat.appearance",Tr=Object.freeze([100,125,150,200]);function Ar(e){let{theme:t,text:o,compact:n}=e??{};return{theme:"light"===t||"dark"===t?t:"system",text:Tr.includes(o)?o:100,compact:!0===n}}function Ir({title:e,name:t,chosen:o,among:n,on_choose:a}){return Q`
<fieldset>
<legend>${e}</legend>
<div class="choices">
${n.map(([e,n,s])=>Q`<label key=${e} class="choice">
<input
type="radio"
name=${`appearance-${t}`}
checked=${e===o}
onChange=${()=>a(e)}
/>
${s&&Q`<${wt} name=${s} />`}
<span>${n}</span>
</label>`)}
</div>
</fieldset>
`}import{aQ as qr,aR as Wr}from"./main-2e7caf6625.js";var Nr="chat.discreet";function Er(){let{device:e}=ye(),[t,o]=ee(()=>!0===e.get(Nr)),n=document.documentElement.dataset.neutral??"";return X(()=>{let t=()=>o(!0===e.get(Nr));return addEventListener("storage",t),()=>removeEventListener("storage",t)},[]),Q`
<section>
<label class="check">
<input
type="checkbox"
checked=${t}
onChange=${t=>function(t){o(t),t?e.set(Nr,!0):e.remove(Nr),dispatchEvent(new Event("appearance"))}(t.target.checked)}
/>
<span>${s("Call this place “{name}” on this device",{name:n})}</span>
</label>
<p class="soft">
${s("Its name, its sign and the titles of its pages then say nothing: in the tab, in the list of windows and on the home screen. The address stays what it is, and so does what the pages say. Only this browser knows of it.")}
</p>
</section>
`}function jr(){return Q`
<section>
<h2>${s("On your home screen")}</h2>
<p>
${s("It then opens like an app, and help now is there without a network. If it is to have the plain name, choose that first. An icon that is there already keeps its name: remove it, and put it there anew.")}
</p>
${qr()?Q`<button type="button" class="quiet" onClick=${()=>{Wr()}}>
${s("Put it on my home screen")}
</button>`:Q`<p class="soft">
${s("In your browser’s menu, look for “Add to home screen” or “Install”.")}
</p>`}
</section>
`}function Yr(){let e=Q`<a href="/exit">${s("what it does, and what it can’t")}</a>`;return Q`
<section>
<h2>${s("Quick exit")}</h2>
<p>
${i("The button at the top of every page, or the Shift key three times. Read {link}.",{link:e})}
</p>
</section>
`}function Or(){let e=ye();return Q`
<${bo}
words=${s("Do without it")}
sure=${s("Yes, do without it")}
on_press=${()=>{!async function(){let t=await e.step_up.withStepUp(()=>e.api("DELETE","/api/second-factor"));if(!t.ok)return e.tellRefusal(t);le(e=>({...e,account:{...e.account,second_factor:!1}})),e.tell(s("Your passphrase alone opens your account now.")),Jt()}()}}
>
<p>${s("Then your name and passphrase alone open your account.")}</p>
<//>
`}function Lr({sign_in:e,on_end:t}){let o=ye(),{current:n,started_on:a}=e,r=function(e){return s("phone"===e?"A phone":"computer"===e?"A computer":"program"===e?"A program":"A device")}(e.device),l=s("Since {day}",{day:fe(a,o.now())});return Q`
<li class="card">
<p><b>${r}</b>${n&&Q` <span class="tag">${s("this one")}</span>`}</p>
<p class="soft small">${l}</p>
${!n&&Q`<button
type="button"
class="quiet"
aria-label=${s("Sign out there: {device}. {since}",{device:r,since:l})}
onClick=${t}
>
${s("Sign out there")}
</button>`}
</li>
`}function Rr({name:e,legend:t,options:o}){let n=ye();return Q`
<fieldset>
<legend>${t}</legend>
${o.map(([t,o])=>Q`<label key=${t} class="check">
<input
type="radio"
name=${e}
checked=${ue.value[e]===t}
onChange=${()=>n.writing.choose({[e]:t})}
/>
<span>${o}</span>
</label>`)}
</fieldset>
`}var Dr=[{title:r("Me, here"),sections:[{name:"name",icon:"person",title:r("My name here"),part:function(){let e=ye(),{me:t}=ie.value;return Q`
<p>${s("You are {handle} here.",{handle:t?.handle??""})}</p>
<${go}
words=${s("Go by this name")}
ask=${({handle:t})=>e.ask_http("handle.change",{handle:t})}
done=${e=>s("You are {handle} now, everywhere.",{handle:e.user.handle})}
>
<label class="field">
<span>${s("A new name")}</span>
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
${s("Everyone sees only the new name, within a second, also above what you wrote before and where people mentioned you with @. What others typed out by hand stays as they wrote it. Nobody else can take your old name. You can change it once a day.")}
</p>
<//>
`}},{name:"seen",icon:"eye",title:r("Who may see that I am here"),about:r("Shown or only counted; just reading"),part:function(){let e=ye(),{me:t}=ie.value,[o,n]=ee(""),a=!0===t?.visible,r=!0===t?.reading,l=te({});async function i(t){let o={visible:a,reading:r,...l.current,...t};l.current=o;let i=await e.act.showMe(o.visible,o.reading);l.current===o&&(l.current={}),n(i.ok?s("Kept."):"")}return Q`
<fieldset>
<legend class="unseen">${s("Who may see that I am here")}</legend>
<label class="check">
<input
type="radio"
name="seen"
checked=${!a}
onChange=${()=>i({visible:!1})}
/>
<span>${s("Only count me. Nobody sees my name until I write.")}</span>
</label>
<label class="check">
<input type="radio" name="seen" checked=${a} onChange=${()=>i({visible:!0})} />
<span>${s("Show my name to the people in my rooms while I am there.")}</span>
</label>
</fieldset>
<label class="check">
<input
type="checkbox"
checked=${r}
onChange=${e=>i({reading:e.target.checked})}
/>
<span>${s("I'm just reading. That is fine; nobody waits for me to write.")}</span>
</label>
<p class="soft small" role="status">${o}</p>
`}},{name:"blocked",icon:"block",title:r("People I have blocked"),part:function(){let e=ye(),{items:t,cursor:o,problem:n,known:a,load:r}=St(t=>e.ask_http("user.blocks",{cursor:t}),e=>e.people,[ie.value.blocks]),{list:l,leaves:i}=Gt(),c=a&&0===t.length;return Q`
${n&&Q`<p class="problem" role="alert">${n}</p>`}
${c&&Q`<${Re}
picture="mug"
words=${s("Nobody. You can block someone from a message of theirs.")}
/>`}
<ul class="people" ref=${l}>
${t.map(t=>{let o=t.handle||s("Someone");return Q`<li key=${t.user_id} class="person">
<div class="person-row">
<span class="who">${o}</span>
<button
type="button"
class="quiet"
aria-label=${s("Unblock {handle}",{handle:t.handle||s("someone")})}
onClick=${()=>async function(t,o){i(),(await e.act.block(t,!1)).ok&&(e.tell(s("{handle} is no longer blocked.",{handle:o})),await r(null))}(t.user_id,o)}
>
${s("Unblock")}
</button>
</div>
</li>`})}
</ul>
<${_t} cursor=${o} load=${r} />
`}}]},{title:r("On this device"),sections:[{name:"appearance",icon:"sun",title:r("Appearance"),about:r("Light or dark, how large, how close"),part:function(){let{device:e}=ye(),[t,o]=ee(()=>Ar(e.get(xr)));function n(n){let a={...t,...n};o(a),e.set(xr,a),dispatchEvent(new Event("appearance"))}return X(()=>{let t=()=>o(Ar(e.get(xr)));return addEventListener("storage",t),()=>removeEventListener("storage",t)},[]),Q`
<div class="stack appearance">
<${Ir}
title=${s("Light or dark")}
name="theme"
chosen=${t.theme}
among=${[["system",s("As this device has it"),"device"],["light",s("Light"),"sun"],["dark",s("Dark"),"moon"]]}
on_choose=${e=>n({theme:e})}
/>
<${Ir}
title=${s("Size of the letters")}
name="text"
chosen=${t.text}
among=${Tr.map(e=>[e,s("{percent} %",{percent:d(e)})])}
on_choose=${e=>n({text:e})}
/>
<label class="check">
<input
type="checkbox"
checked=${t.compact}
onChange=${e=>n({compact:e.target.checked})}
/>
<span>${s("Closer together: more fits on the screen")}</span>
</label>
<p class="soft small">${s("This is kept on this device alone.")}</p>
</div>
`}},{name:"writing",icon:"edit",title:r("Writing and being told"),about:r("Enter, typing, single keys, what is read aloud"),part:function(){let e=ye(),t=ue.value;return Q`
<div class="stack">
<p class="soft">${s("On this device only.")}</p>
<${Rr}
name="enter_sends"
legend=${s("The Enter key")}
options=${[["auto",s("Sends where there is a keyboard; on a phone it begins a new line")],["always",s("Always sends")],["never",s("Always begins a new line")]]}
/>
<${Rr}
name="announce"
legend=${s("A screen reader tells new messages")}
options=${[["all",s("All of them")],["mentions",s("Only those that name me")],["off",s("None")]]}
/>
<label class="check">
<input
type="checkbox"
checked=${t.typing}
onChange=${t=>e.writing.choose({typing:t.target.checked})}
/>
<span>${s("Others may see that someone is writing while I write")}</span>
</label>
<label class="check">
<input
type="checkbox"
checked=${t.single_keys}
onChange=${t=>e.writing.choose({single_keys:t.target.checked})}
/>
<span>${s("Single letters do things while the list of messages has the focus")}</span>
</label>
<div>
<button type="button" class="quiet" onClick=${()=>et("shortcuts")}>
${s("Show all keys")}
</button>
</div>
</div>
`}},{name:"reading",icon:"hide",title:r("What I would rather not see"),about:r("Topics that are folded for me"),part:function(){let{hidden:e}=ye(),t=e.topics.value;return Q`
<fieldset>
<legend>${s("What would you rather not come upon?")}</legend>
<p class="soft small">
${s("Messages that their authors marked so are folded for you; you can still open each. This is kept on this device only, until you sign out: nobody else learns of it.")}
</p>
${kn.map(o=>Q`<label key=${o} class="check">
<input
type="checkbox"
name=${o}
checked=${t.includes(o)}
onChange=${t=>e.set(o,t.target.checked)}
/>
<span>${_n(o)}</span>
</label>`)}
</fieldset>
`}},{name:"discreet",icon:"shield",title:r("What others may find here"),about:r("A neutral name, the home screen, the quick exit"),part:function(){return Q`
<div class="stack discreet">
<${Er} />
<${jr} />
<${Yr} />
</div>
`}}]},{title:r("My ways in"),sections:[{name:"sign-ins",icon:"device",title:r("Where I am signed in"),about:r("Sign out a phone or computer"),part:function(){let e=ye(),[t,o]=ee([]),[n,a]=ee(""),{list:r,leaves:l}=Gt(),c="up"===ce.value;async function u(){let t=await e.ask_http("sign_in.list",{});if(!t.ok)return a(M(t.error,e.now()));a(""),o(t.sign_ins)}return X(()=>{c&&u()},[c]),Q`
${n&&Q`<p class="problem" role="alert">${n}</p>`}
<ul class="cards" ref=${r}>
${t.map(t=>Q`<${Lr}
key=${t.sign_in_id}
sign_in=${t}
on_end=${()=>async function(t){let o=await e.ask_http("sign_in.end",{sign_in_id:t});if(!o.ok)return e.tellRefusal(o);l(),e.tell(s("Signed out there.")),await u()}(t.sign_in_id)}
/>`)}
</ul>
<p class="soft small">
${i("Something you don't know? Sign it out, and choose {link}.",{link:Q`<a href="/app/settings/passphrase">${s("a new passphrase")}</a>`})}
</p>
`}},{name:"passphrase",icon:"key",title:r("A new passphrase"),part:function(){let e=ye();return Q`
<p>
${s("A few unrelated words make a good one. Everywhere else you are signed out by it.")}
</p>
<${go}
words=${s("Save")}
ask=${async function({passphrase:t,new_passphrase:o,code:n}){let a=(n??"").replaceAll(/\s/g,""),s={passphrase:t,new_passphrase:o,...a?{code:a}:{}},r=await e.api("POST","/api/passphrase",s);return r.ok&&await e.renewed(),r}}
done=${()=>s("Saved. Everywhere else you are signed out.")}
>
<label class="field">
<span>${s("Your passphrase now")}</span>
<input name="passphrase" type="password" required autocomplete="current-password" />
</label>
<${dn} />
<label class="field">
<span>${s("A new passphrase")}</span>
<input name="new_passphrase" type="password" required autocomplete="new-password" />
</label>
<//>
`}},{name:"codes",icon:"lock",title:r("Recovery codes"),about:r("For when the passphrase is lost"),part:function(){let e=ye(),[t,o]=ee([]);if(t.length>0){let e=Q`<${xo} text=${t.join("\n")} words=${s("Copy them")} /> <${To} />`;return Q`
<${Mo}
title=${s("Your new codes, shown only now")}
on_paper
on_done=${function(){o([]),Jt()}}
more=${e}
>
<p>${s("Write them down, and keep them where only you look. Each works once.")}</p>
<${Co} codes=${t} />
<//>
`}return Q`
<p>${s("One of them opens your account when the passphrase or the phone is lost.")}</p>
<${bo}
words=${s("Make new codes")}
sure=${s("Yes, make new ones")}
on_press=${()=>{!async function(){let t=await e.step_up.withStepUp(()=>e.api("POST","/api/recovery-codes",{}));if(!t.ok)return e.tellRefusal(t);o(t.recovery_codes)}()}}
>
<p>${s("The codes you have now stop working.")}</p>
<//>
`}},{name:"second-factor",icon:"phone",title:r("Authenticator app"),about:r("Six digits beside the passphrase"),part:function(){let{account:e}=ie.value,t=h(ie.value);return e.second_factor?Q`
<p>
${s("Signing in asks for six digits from your app.")}${" "}
${t&&s("Whoever looks after the place needs it.")}
</p>
<p><a class="button quiet" href="/second-factor">${s("Use another app or phone")}</a></p>
${!t&&Q`<${Or} />`}
`:Q`
<p>
${s(t?"You look after this place: what you may do works once this is set up.":"With it, your passphrase alone opens nothing. Nobody needs it to be here.")}
</p>
<p><a class="button quiet" href="/second-factor">${s("Set it up")}</a></p>
`}}]},{title:r("My data"),sections:[{name:"data",icon:"take",title:r("Take my data with me"),about:r("Everything that is kept of me"),part:Xo},{name:"leaving",icon:"leave",title:r("Leaving"),part:Zo}]}];function Hr(){let{me:e}=ie.value;return e?Q`<${Nn}
title=${s("Settings")}
lead=${s("You are {handle} here.",{handle:e.handle})}
base=${"/app/settings"}
groups=${Dr}
/>`:Q`<p class="soft pad" role="status">${s("One moment …")}</p>`}var zr=Je(async()=>(await(import("./later-2e7caf6625.js"))).SettingsData),Pr=Je(async()=>(await(import("./later-2e7caf6625.js"))).SettingsLeaving);function Kr(){let{account:e}=ie.value,t="waiting"===e.state;return Q`
<section class="page narrow" data-region>
${t?Q`<${Gr} />`:"banned"===e.state?Q`<${Vr} />`:Q`<${Jr} />`}
<${Ur} />
<h2>${s("If you need someone now")}</h2>
<${mr} />
<h2>${s("My data")}</h2>
<${zr} />
${t&&Q`<h2>${s("Leaving")}</h2>
<${Pr} />`}
</section>
`}function Ur(){return Object.values(ie.value.rooms).filter(({room:e})=>"support"===e.kind).map(({room:e})=>Q`<p class="lead" key=${e.room_id}>
<a href=${ne(e.room_id)}>
${e.other?s("A talk with {handle}",{handle:e.other.handle}):s("A talk")}
</a>
</p>`)}function Fr(){return Wn(s("Signed out")),Q`
<section class="page narrow" data-region>
<h1>${s("Signed out")}</h1>
<p class="soft">${s("Nothing of yours is shown here any more.")}</p>
<p><a href="/help">${s("Help now is there for you all the same.")}</a></p>
</section>
`}function Br(){let e=ye();return Q`<button type="button" class="quiet" onClick=${()=>{e.sign_out()}}>
${s("Sign out")}
</button>`}function Gr(){return Wn(s("Almost in")),Q`
<h1>${s("Almost in")}</h1>
<p class="lead">
${s("We have told those who keep this place that you are at the door. When one of them lets you in, this page changes by itself. You can close it and come back.")}
</p>
<p class="row"><${Br} /></p>
`}function Vr(){let e=ye(),{ban:t}=ie.value.account;return Wn(s("Not for now")),Q`
<h1>${s("You can't take part for now")}</h1>
<p class="lead">
${t?.until?s("Until {at}.",{at:pe(t.until,e.now())}):s("Until somebody lets you back in.")}${" "}
${t?ct(t.reason):""}
</p>
<p>${s("A person decided this, not a machine. “I need to talk” still works, below.")}</p>
<p class="row"><${Br} /></p>
`}function Jr(){let e=ye(),{erasing_until:t}=ie.value.account,[o,n]=ee("");return Wn(s("Leaving")),Q`
<h1>${s("You are leaving")}</h1>
<p class="lead">
${s("Nobody sees you any more, nor what you wrote.")}${" "}
${t&&s("From {at} on it is removed for good; until then you can stay after all.",{at:pe(t,e.now())})}
</p>
${o&&Q`<p class="problem" role="alert">${o}</p>`}
<p class="row">
<button type="button" class="main" onClick=${async function(){let t=await e.ask_http("account.keep",{});if(!t.ok)return n(M(t.error,e.now()));await e.session.resume()}}>${s("Stay after all")}</button>
<${Br} />
</p>
`}var Qr="/service-worker.js";function Xr({on_newer:e=()=>{}}={}){let t=navigator.serviceWorker,o=null,n=Date.now(),a=!1;if(!t)return{take(){}};let s=!!t.controller;return t.addEventListener("controllerchange",()=>{s&&a?location.reload():s&&e(),s=!0}),document.addEventListener("visibilitychange",()=>{"hidden"===document.visibilityState||Date.now()-n<36e5||(n=Date.now(),o?.update().catch(()=>{}))}),async function(){try{o=await t.register(function(){let{trustedTypes:e}=globalThis;return e?e.createPolicy("service-worker",{createScriptURL:()=>Qr}).createScriptURL(Qr):Qr}(),{scope:"/",updateViaCache:"none"})}catch{return}o&&(o.waiting&&t.controller&&e(),o.addEventListener("updatefound",()=>{let n=o?.installing;n?.addEventListener("statechange",()=>{"installed"===n.state&&t.controller&&e()})}))}(),{take(){a=!0,o?.waiting?o.waiting.postMessage("take-over"):location.reload()}}}export{ut as ACCESS_WORDS,ao as AtMyDoor,lt as BAN_REASONS,ke as Card,be as CardState,ga as CareView,dn as CodeField,Ee as EditBox,Re as Empty,ze as Ended,lr as FollowUp,hr as GuidelinesView,rt as HIDE_REASONS,fr as HelpView,ot as Keys,yr as Lobby,Tt as MessageActions,Kt as Names,Pe as Newer,ro as NotOpen,Ut as OddLinkDialog,Fr as OverView,Oe as PICTURE_NAMES,Le as Picture,Qt as PinnedDialog,st as REPORT_REASONS,Xt as RestoreBanner,eo as RoomAside,io as RoomForm,Ro as RoomGuidelines,Do as RoomInvites,co as RoomKeys,$o as RoomList,Lo as RoomMenu,Ko as Roster,Sr as Saved,Vo as Search,Go as SearchDialog,Cr as SearchView,Xo as SettingsData,Zo as SettingsLeaving,Hr as SettingsView,tn as ShellMenu,sn as Shortcuts,Kr as StandingView,cn as StepUpDialog,mn as Switcher,gn as Unsent,wn as UnsentList,Sn as WarningForm,Cn as WhyMuted,ct as banReasonWords,B as changed,q as createActions,J as createNewsHere,Tn as createQuotes,In as createStepUp,pt as hiddenWords,Xr as keepPage,et as openKeys,G as rang,Se as stageWords};