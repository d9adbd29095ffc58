/* With parts by others; their names and licences: /vendor/licences.txt */
import{a as e,b as t,c as o,d as n,af as a}from"./main-2ef978e68e.js";import{e as s,w as r,O as i,P as l,U as u,ai as c,ao as d}from"./main-2ef978e68e.js";import{f as p,i as h,j as $,A as m,B as f,I as w,ag as g,ah as y,aj as k,aE as b,aF as v}from"./main-2ef978e68e.js";import{g as _,L as S,Q as M,ak as C}from"./main-2ef978e68e.js";function x({ask:a,change:r,tell:i,sync:l,now:u,new_nonce:c,reading:d}){async function h(e,t){let o=await a(e,t);return o.ok||i(function(e){return"offline"===e.code?s("That was not done: you are offline just now."):"no_answer"===e.code?s("No answer came. Please look whether it was done, and try again."):_(e,u())}(o.error)),o}return{async join(e,t){let o=await a("room.join",{room_id:e,guidelines_version:t});return o.ok&&await l(),o},async leave(e){r(t=>p(t,e,{leaving:!0}));let t=await h("room.leave",{room_id:e});return t.ok||r(t=>p(t,e,{leaving:!1})),t.ok&&await l(),t},async createRoom({retention_days:e,...t},o){let n=await a("room.create",{...t,...null===e?{}:{retention_days:e},nonce:o});return n.ok&&await l(),n},updateRoom:(e,{retention_days:t,...o})=>a("room.update",{room_id:e,...o,...null===t?{}:{retention_days:t}}),admit:(e,t)=>h("room.admit",{room_id:e,user_id:t}),refuse:(e,t)=>h("room.refuse",{room_id:e,user_id:t}),remove:(e,t)=>h("room.remove",{room_id:e,user_id:t}),mute:e=>h("room.mute",e),setRelation:e=>h("room.set_relation",e),edit:(e,t,o=null)=>a("message.edit",{message_id:e,body:t,...o&&{...o,topics:[...o.topics]}}),takeBack:e=>h("message.delete",{message_id:e}),hide:e=>h("message.hide",e),async react(e,t,n){let a=await h("message.react",{message_id:e,reaction:t,on:n});return a.ok&&r(a=>o(a,e,t,n)),a},async pin(e,t){let o=await h("message.pin",{message_id:e,on:t});return o.ok&&t&&i(s("Pinned. It is one tap away for everyone here.")),o},async save(e,t,{quietly:o=!1}={}){let a=await h("message.save",{message_id:e,on:t});return a.ok&&(r(o=>n(o,e,t)),t&&!o&&i(s("Saved. Only you see it, under Menu, Saved messages."))),a},async markUnread(e,{seq:o}){d.back(e,o-1);let n=await h("read.mark",{room_id:e,seq:o-1,back:!0});return n.ok?(r(n=>t(n,e,o)),i(s("From here on it is new again.")),await l(),n):(d.release(e),n)},async markAllRead(){let t=await h("read.mark_all",{});return t.ok&&r(e),t},async report(e,t){let o=t?await a("message.report",{...e,nonce:t}):await h("message.report",{...e,nonce:c()});return o.ok&&i(s("Thank you. It is kept for the moderators, and only they see that it was you.")),o},async showMe(e,t){let o=await h("presence.set",{visible:e,reading:t});return o.ok&&r(o=>({...o,me:o.me&&{...o.me,visible:e,reading:t}})),o},async block(e,t){let o=await h("user.block",{user_id:e,blocked:t});return o.ok&&t&&i(s("Done. You won't see each other, and they are not told.")),o}}}import{h as A}from"./main-2ef978e68e.js";function T({ask:e,device:t,state:o,change:n}){let a=()=>`${A(o().me?.user_id??"")}seen`;function s(){return{help:0,reports:0,...t.get(a())}}let r=(e,t)=>e.filter(e=>e>t).length;function i(e){t.set(a(),{...s(),...e})}return{async look(){if($(o())&&o().account.proven&&await async function(){let t=await e("staff.overview",{});if(!t.ok)return;let o=t.proposals.filter(e=>"waiting"===e.state).length;n(e=>({...e,staff_new:t.waiting.length+o}))}(),!h(o()))return;let t=await e("help.list",{});if(t.ok){let e=r(t.requests.map(q),s().help);n(t=>({...t,help_new:e}))}let a=await e("report.list",{});if(a.ok){let e=a.reports.filter(e=>null===e.closed_at),t=r(e.map(q),s().reports);n(e=>({...e,reports_new:t}))}},async helpSeen(e){i({help:Math.max(s().help,...e.map(q))}),n(e=>({...e,help_new:0}))},async reportsSeen(e){i({reports:Math.max(s().reports,...e.map(q))}),n(e=>({...e,reports_new:0}))}}}function q(e){return"asked_at"in e?e.asked_at:e.reported_at}import{k as I}from"./main-2ef978e68e.js";import{l as W,m as E,n as N,R as L,T as j}from"./main-2ef978e68e.js";import{o as Y}from"./main-2ef978e68e.js";import{p as O,q as R,r as D}from"./main-2ef978e68e.js";import{s as z}from"./main-2ef978e68e.js";import{t as H,u as P,v as U}from"./main-2ef978e68e.js";function K({timeline:e,message:t,my_id:o,takes_focus:n,on_done:a,on_new:r}){let i=Y(),{message_id:l}=t,u=function({warning:e,topics:t}){return{warning:e??"",topics:t??[]}}(t),[c,d]=N(()=>{let n=i.drafts.readChange(o,e.room_id);return n?.message_id===l?n:{message_id:l,body:t.body,...u}}),[p,h]=N(""),[$,m]=N(!1),[f,w]=N(!1),[g,y]=N(!1),k=E(null),{body:b,warning:v,topics:S}=c;function M(t){let n={...c,...t};d(n),w(!1),i.drafts.keepChange(o,e.room_id,n)}let C=z({warning:v,topics:S},M);function x(){i.drafts.keepChange(o,e.room_id,null),a()}async function A(){if(g||!b.trim()||U(b))return;let e=D(b),o=F(u,c);if(e===t.body&&o)return x();k.current=e,y(!0),h("");let n=await i.act.edit(l,e,o?null:{warning:v,topics:S});if(y(!1),n.ok)return x();"edit_window_over"===n.error.code&&m(!0),h(function(e,t){return"offline"===e.code?s("Not changed yet: you are offline just now. Your words are kept here."):"no_answer"===e.code?s("No answer came. Please look whether it changed, and try again."):_(e,t)}(n.error,i.now()))}let T=null!==k.current&&t.body===k.current;return W(()=>{T&&p&&F(u,c)&&x()},[T,p]),I`
<form
class="composer editing"
data-region
onSubmit=${e=>{e.preventDefault(),A()}}
>
<${O}
words=${s("Changing your message")}
cancel=${s("Leave it as it was")}
on_cancel=${x}
/>
${C.strip}
<div class="compose-row">
<${P}
label=${s("Your message")}
value=${b}
focus=${n}
target
names=${{timeline:e,my_id:o}}
on_words=${e=>M({body:e})}
on_send=${()=>{A()}}
on_escape=${function(){f||b===t.body&&F(u,c)?x():w(!0)}}
/>
<${R} body=${b} busy=${g} words=${s("Save")} />
</div>
<${H} value=${b} />
<p class="soft small" role="status">
${f&&s("Press Escape once more to leave the words as they were.")}
</p>
${p&&I`<p class="problem" role="alert">${p}</p>`}
${$&&I`<button
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
`}function F(e,t){return e.warning===t.warning&&String(e.topics)===String(t.topics)}var V=Object.freeze({circle:[["glow faint","M22 92a78 20 0 1 0 156 0a78 20 0 1 0-156 0"],["near","M92 84h16l4 22H88z"],["glow","M93 84V74a7 7 0 0 1 14 0v10z"],["tint-3","M52 74a10 10 0 1 0-.1 0M32 106c0-22 8-30 20-30s20 10 20 30z"],["tint-4","M148 74a10 10 0 1 0-.1 0M128 106c0-22 8-30 20-30s20 10 20 30z"],["tint-0","M76 62a8 8 0 1 0-.1 0M62 90c0-19 5-26 14-26s14 8 14 22c-6 4-20 6-28 4"],["tint-6","M124 62a8 8 0 1 0-.1 0M110 86c0-16 5-22 14-22s14 7 14 26c-8 2-22 0-28-4"]],lantern:[["far","M6 104c46-18 90-12 122-6s46 0 66-2v12H6z"],["deep","M140 104V34q0-13-13-13h-14v-5h15q17 0 17 18v70z"],["glow faint","m100 48-30 58h74l-28-58z"],["deep","M97 30h22l6 8H91z"],["glow","M93 38h30l-4 20H97z"]],mug:[["near","M62 46h62v34a24 24 0 0 1-24 24H86a24 24 0 0 1-24-24zM122 54h10a14 14 0 0 1 0 28h-10v-6h9a8 8 0 0 0 0-16h-9z"],["deep","M62 46a31 7 0 1 0 62 0a31 7 0 1 0-62 0"],["far","M78 34c-8-8 6-12-1-22 12 8-2 14 4 22zM94 34c-8-8 6-12-1-22 12 8-2 14 4 22zM110 34c-8-8 6-12-1-22 12 8-2 14 4 22z"]],boat:[["far","M10 92q15-9 30 0t30 0 30 0 30 0 30 0 30 0v14H10z"],["deep","M46 78h108c-5 15-17 20-32 20H78c-15 0-27-5-32-20"],["near","M96 14v58H62z"],["glow","M104 24l34 48h-34z"]],house:[["far","M6 104c42-22 84-16 120-8s48 0 68-4v16H6z"],["deep","M66 102V60l34-30 34 30v42zM120 30h9v18h-9z"],["glow","M91 102V84a9 9 0 0 1 18 0v18zM76 66h12v12H76zM112 66h12v12h-12z"]]}),B=Object.keys(V);function G({name:e}){return I`<svg class="picture" viewBox="0 0 200 120" aria-hidden="true" focusable="false">
${V[e].map(([e,t])=>I`<path class=${`paint-${e}`} d=${t} />`)}
</svg>`}function J({picture:e,words:t,wrong:o=!1,children:n}){return I`
<div class="empty">
<${G} name=${e} />
<p role=${o?"alert":"status"}>${t}</p>
${n}
</div>
`}import{x as Q,C as X,S as Z,aa as ee,ab as te,aq as oe}from"./main-2ef978e68e.js";var ne={changed:r("Something about your account has changed. Please sign in again."),idle:r("You were signed out, as those who look after the place are when they are away."),banned:r("You can't write here for now. Sign in to read why, and until when."),leaving:r("You are hidden everywhere now. For 72 hours you can sign in and take it back."),signed_out:r("You have been signed out. Words that you haven't sent are kept on this device.")},ae={refused:r("You were not let in this time. Help now is there for you all the same."),closed:r("This account has been closed. Whoever runs this site can tell you more.")};function se({which:e}){let t=Y();if("revoked"===e)return I`<div class="banner">
<p>
${s("This page has been paused: you are here in several other places. Nothing is lost.")}
</p>
<button type="button" class="quiet" onClick=${t.resume}>${s("Go on here")}</button>
</div>`;let o="left"===e?"waiting"===Q.value.account.state?"refused":"leaving":e;return I`<div class="banner">
<p>${s(ne[o]??ae[o]??"")}</p>
${ne[o]&&I`<a class="button quiet" href="/sign-in">${s("Sign in")}</a>`}
</div>`}function re(){let e=Y();return I`<div class="banner">
<p>${s("There is a newer version of this page. What you have begun to write is kept.")}</p>
<button type="button" class="quiet" onClick=${e.load_newer}>${s("Load it")}</button>
</div>`}import{y as ie}from"./main-2ef978e68e.js";import{F as le,ap as ue}from"./main-2ef978e68e.js";function ce(e){return e.getClientRects().length>0}import{z as de,as as pe}from"./main-2ef978e68e.js";import{D as he}from"./main-2ef978e68e.js";import{E as $e}from"./main-2ef978e68e.js";var me=$e(()=>import("./later-2ef978e68e.js").then(e=>e.Switcher)),fe=$e(()=>import("./later-2ef978e68e.js").then(e=>e.Shortcuts)),we=ie("");function ge(e){we.value=e}function ye(e){!function(e){if("F6"!==e.key||e.ctrlKey||e.altKey||e.metaKey||document.querySelector("dialog[open]"))return;let t=Array.from(document.querySelectorAll("[data-region]")).filter(ce);if(0===t.length)return;e.preventDefault();let o=t.findIndex(e=>e.contains(document.activeElement)),n=e.shiftKey?-1:1,a=t[((-1===o&&-1===n?0:o)+n+t.length)%t.length];a&&function(e){let t=e.querySelector("[data-focus]"),o=Array.from(e.querySelectorAll("a[href], button:not(:disabled), input, select, textarea")).find(ce),n=t??o??e;n===e&&!e.hasAttribute("tabindex")&&e.setAttribute("tabindex","-1"),n.focus()}(a)}(e);let t=function(e){return function({ctrlKey:e,metaKey:t,altKey:o,shiftKey:n}){return(le()?t&&!e:e&&!t)&&!o&&!n}(e)&&"k"===e.key.toLowerCase()?"switcher":e.ctrlKey&&"/"===e.key||!e.ctrlKey&&!e.metaKey&&!e.altKey&&"?"===e.key&&X.peek().single_keys&&function(e){return e instanceof Element&&!e.closest("input, textarea, select, dialog")&&null!==e.closest('[role="log"], nav')}(e.target)?"shortcuts":null}(e);!t||e.isComposing||""===we.peek()&&document.querySelector("dialog[open]")||(e.preventDefault(),we.value=we.peek()===t?"":t)}function ke(){let e=Y(),t=E(null),o=we.value,n=()=>{we.value=""},a=m(Q.value)&&f(Q.value)>0;return de("all-read",a?s("Mark all as read"):"",async()=>{(await e.act.markAllRead()).ok&&he.say(s("Everything is read."))}),W(()=>(addEventListener("keydown",ye),()=>removeEventListener("keydown",ye)),[]),W(()=>{if(o)return;let n=t.current;if(t.current=null,n){if(n.run)return n.run();document.activeElement instanceof HTMLElement&&document.activeElement.blur(),e.router.go(n.path??"/app"),n.path?.includes("/rooms/")||document.getElementById("main")?.focus()}},[o]),"shortcuts"===o?I`<${fe} on_close=${n} on_missing=${n} />`:"switcher"!==o?null:I`<${me} on_close=${n} on_missing=${n} on_choose=${e=>{t.current=e,n()}} />`}async function be(e){try{return await navigator.clipboard.writeText(e),!0}catch{return!1}}import{G as ve}from"./main-2ef978e68e.js";var _e=[["unkind",r("It is unkind")],["harassment",r("Someone won't leave a person alone")],["private_details",r("It tells private details")],["dealing",r("It offers or asks for substances")],["spam",r("It is advertising")],["other",r("Something else")]],Se=[["unkind",r("It is unkind")],["private_details",r("It tells private details")],["dealing",r("It offers or asks for substances")],["method_detail",r("It describes how to do harm")],["off_topic",r("It doesn't belong in this room")],["breaks_guidelines",r("It goes against the guidelines")]],Me=[["unkind",r("Messages hurt people here")],["harassment",r("Messages went to someone who asked to be left alone")],["dealing",r("Substances were offered or asked for")],["private_details",r("Private details of others were told")],["spam",r("It was advertising")],["danger",r("It put people here in danger")],["other",r("Something else")]],Ce={unkind:r("Why: messages hurt people here."),harassment:r("Why: messages went to someone who asked to be left alone."),dealing:r("Why: substances were offered or asked for."),private_details:r("Why: private details of others were told."),spam:r("Why: it was advertising."),danger:r("Why: it put people here in danger.")};function xe(e){let t=Ce[e];return t?s(t):""}var Ae={open:r("Open: anyone may come in."),request:r("On request: someone lets you in."),invite:r("By invitation.")},Te={unkind:r("A message of yours was taken out of sight: it is unkind. You are still welcome here."),private_details:r("A message of yours was taken out of sight: it tells private details. You are still welcome here."),dealing:r("A message of yours was taken out of sight: it offers or asks for substances. You are still welcome here."),method_detail:r("A message of yours was taken out of sight: it describes how to do harm. You are still welcome here."),off_topic:r("A message of yours was taken out of sight: it doesn't belong in this room. You are still welcome here."),breaks_guidelines:r("A message of yours was taken out of sight: it goes against the guidelines. You are still welcome here.")};function qe(e){return s(Te[e]??S)}import{H as Ie,ae as We}from"./main-2ef978e68e.js";import{J as Ee,X as Ne,Y as Le,ac as je,aB as Ye}from"./main-2ef978e68e.js";import{K as Oe}from"./main-2ef978e68e.js";import{M as Re,N as De}from"./main-2ef978e68e.js";var ze=Object.freeze({...De,forward:{d:"m9.5 5 7 7-7 7",turns:!0},down:{d:"M12 4.5v14m-6-5.5 6 6 6-6"},check:{d:"m4.5 12.5 5 5 10-11"},plus:{d:"M12 5v14M5 12h14"},send:{d:"M4 12h10M3.5 4.5 21 12 3.5 19.5 6 12z",turns:!0},search:{d:"M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 0 0 0-13m5 11.5 5 5"},phone:{d:"M6.5 3.5h3l1.5 4.5-2 1.5a12 12 0 0 0 5.5 5.5l1.5-2 4.5 1.5v3a2 2 0 0 1-2.2 2A17 17 0 0 1 4.5 5.700a2 2 0 0 1 2-2.2"},people:{d:"M9 11.500a3.5 3.5 0 1 0 0-7a3.5 3.5 0 0 0 0 7M2.5 19.500c.5-3.5 3-5.5 6.5-5.500s6 2 6.5 5.500M16 4.800a3.3 3.3 0 0 1 0 6.400M18 14.500c2 .7 3.2 2.5 3.5 5"},person:{d:"M12 11.500a4 4 0 1 0 0-8a4 4 0 0 0 0 8M4.5 20.500c.6-4 3.5-6 7.5-6s6.9 2 7.5 6"},room:{d:"M4 11.5 12 4.500l8 7M6 10v9.500h12V10M10 19.500v-5h4v5"},door:{d:"M6 20.500v-16L15 3v18.500zM15 5h3.500v15.500M3.5 20.500h17M11.5 12v1"},save:{d:"M7 4h10v16.500l-5-4-5 4z"},reply:{d:"m9.5 6-5.5 5.5 5.5 5.500M4.5 11.500h9c4 0 6.5 2 6.5 6.5",turns:!0},edit:{d:"m4.5 19.5.9-4.200L16 4.700a1.9 1.9 0 0 1 2.7 0l.6.6a1.9 1.9 0 0 1 0 2.700L8.7 18.600zM14 6.700l3.3 3.3"},take_back:{d:"M5 7h14M9.5 7V4.500h5V7M7 7l.9 12.500h8.200L17 7M10.2 10.500v5.500m3.6-5.500v5.5"},copy:{d:"M9 8.500h10.500v12H9zM15 8.500v-5H4.500v12H9"},link:{d:"M10 14a4 4 0 0 0 5.8.2l3-3a4.1 4.1 0 0 0-5.8-5.800l-1.2 1.200M14 10a4 4 0 0 0-5.8-.2l-3 3a4.1 4.1 0 0 0 5.8 5.800l1.2-1.2"},flag:{d:"M6 21V4M6 4.500c4-2 7 2 12 0v9c-5 2-8-2-12 0"},block:{d:"M12 3.500a8.5 8.5 0 1 0 0 17a8.5 8.5 0 0 0 0-17M6.2 6.200l11.6 11.6"},hide:{d:"M4 4l16 16M9.5 5.800A10 10 0 0 1 12 5.500c5 0 8 4 9 6.500a11 11 0 0 1-2.6 3.800M6.4 7.800A11 11 0 0 0 3 12c1 2.5 4 6.5 9 6.500a9.6 9.6 0 0 0 4.3-1M10 10.200a2.7 2.7 0 0 0 3.8 3.8"},eye:{d:"M3 12c1-2.5 4-6.5 9-6.500s8 4 9 6.500c-1 2.5-4 6.5-9 6.500s-8-4-9-6.500M12 9.300a2.7 2.7 0 1 0 0 5.400a2.7 2.7 0 0 0 0-5.4"},settings:{d:"M4 7h9m5 0h2M4 17h2m5 0h9M15.5 4.700a2.3 2.3 0 1 0 0 4.600a2.3 2.3 0 0 0 0-4.600M8.5 14.700a2.3 2.3 0 1 0 0 4.600a2.3 2.3 0 0 0 0-4.6"},sun:{d:"M12 8a4 4 0 1 0 0 8a4 4 0 0 0 0-8M12 2.500v2m0 15v2M2.5 12h2m15 0h2M5.3 5.300l1.4 1.400m10.6 10.6 1.4 1.400M18.7 5.300l-1.4 1.400M6.7 17.300l-1.4 1.4"},moon:{d:"M20 14.500A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5"},device:{d:"M4 5h16v11H4zM9 20h6M12 16v4"},bell:{d:"M6 16.500c1-1.5 1.3-3 1.3-6a4.7 4.7 0 0 1 9.4 0c0 3 .3 4.5 1.3 6zM10 19.500a2.2 2.2 0 0 0 4 0"},lock:{d:"M6 11h12v9.500H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3M12 15v2"},key:{d:"M12.4 11.950a4.5 4.5 0 1 0 0 .1M12.4 12H21m-3 0v3.500M15 12v2.5"},shield:{d:"M12 3.500c2.5 1.8 5 2.5 7.5 2.5 0 7-2 11.5-7.5 14.500C6.5 17.5 4.5 13 4.5 6 7 6 9.5 5.3 12 3.5"},letter:{d:"M3.5 6h17v12.500h-17zM4 6.500l8 7 8-7"},keys:{d:"M3 7h18v10.500H3zM6.5 10.500h.1m3.6 0h.1m3.6 0h.1m3.6 0h.1M8 14.200h8"},leave:{d:"M14 4.500H5v15h9M10 12h11m-4-4 4 4-4 4",turns:!0},take:{d:"M12 4v11m-5-4.5 5 5 5-5M5 20h14"},clock:{d:"M12 3.500a8.5 8.5 0 1 0 0 17a8.5 8.5 0 0 0 0-17M12 7.500V12l3 2"},offline:{d:"M4 4l16 16M3.5 9.500a13 13 0 0 1 4-2.600M20.5 9.500A13 13 0 0 0 11 6.100M6.5 13a8.5 8.5 0 0 1 4-2.300M17.5 13a8.4 8.4 0 0 0-2.3-1.600M9.5 16.400a4 4 0 0 1 5 0M12 19.500h.1"},warning:{d:"M12 4 2.8 19.500h18.400zM12 10v4.500m0 2.500h.1"}});function He({name:e}){let t=ze[e];return I`<${Re} ...${t} />`}Object.keys(ze);var Pe={ArrowDown:(e,t)=>(e+1)%t,ArrowUp:(e,t)=>(e-1+t)%t,Home:()=>0,End:(e,t)=>t-1};function Ue(e){if(e.altKey||e.ctrlKey||e.metaKey)return;let{target:t,currentTarget:o,key:n}=e;if(!(t instanceof HTMLElement)||t.matches("textarea, select, input"))return;let a=[...o.querySelectorAll(".menu-item")],s=a.indexOf(t);if(-1===s)return;let r=Pe[n]?Pe[n](s,a.length):function(e,t,o){if(1!==o.length||" "===o)return-1;let n=o.toLocaleLowerCase(),a=[...e.slice(t+1),...e.slice(0,t+1)].find(e=>e.innerText.trim().toLocaleLowerCase().startsWith(n));return a?e.indexOf(a):-1}(a,s,n);-1!==r&&(e.preventDefault(),a[r]?.focus())}function Ke({children:e,onClick:t}){return I`<div class="menu" onKeyDown=${Ue} onClick=${t}>${e}</div>`}function Fe({icon:e,href:t,on_press:o,children:n}){let a=I`${e&&I`<${He} name=${e} />`}<span>${n}</span>`;return t?I`<a class="menu-item" href=${t}>${a}</a>`:I`<button type="button" class="menu-item" onClick=${o}>${a}</button>`}function Ve(e=""){let[t,o]=N(!1);return W(()=>{o(!1);let e=setTimeout(()=>o(!0),500);return()=>clearTimeout(e)},[e]),t}function Be({cursor:e,words:t=s("More"),load:o}){let[n,a]=N(!1),r=E(null);return L(()=>{let t=r.current?.nextElementSibling;null!==e||!(t instanceof HTMLElement)||(r.current=null,(!document.activeElement||document.activeElement===document.body)&&(t.tabIndex=-1,t.focus()))}),null===e?null:I`
<button type="button" class="quiet" aria-busy=${n} onClick=${async function(t){let s=t.currentTarget;n||null===e||(r.current=s.previousElementSibling?.lastElementChild??null,a(!0),await o(e),a(!1))}}>${t}</button>
`}function Ge(e,t,o=[]){let n=Y(),[a,s]=N([]),[r,i]=N(null),[l,u]=N(""),[c,d]=N(!1),p=E(0),h="up"===Z.value,$="offline"===Z.value||"down"===Z.value;async function m(o){let a=++p.current,r=await e(o);if(a!==p.current)return null;if(!r.ok)return u(_(r.error,n.now())),null;let l=t(r);return u(""),s(e=>null===o?l:[...e,...l]),i(r.cursor),d(!0),l}return W(()=>{(h||$&&!c)&&m(null)},[h,$,...o]),{items:a,cursor:r,problem:l,known:c,load:m}}function Je({message:e,mine:t,on_done:o}){let n=Y();return I`
<div class="reaction-choice" role="group" aria-label=${s("React")}>
${M.map(([a,r])=>I`
<button
key=${a}
type="button"
class="reaction"
aria-pressed=${t.includes(a)}
onClick=${()=>{o(),n.act.react(e.message_id,a,!t.includes(a))}}
>
<${He} name=${a} /> ${s(r)}
</button>
`)}
</div>
`}function Qe({message_id:e,on_close:t}){let o=Y(),{items:n,cursor:a,problem:r,known:u,load:c}=Ge(t=>o.ask("message.reactions",{message_id:e,cursor:t}),e=>e.reactions,[e]),d=u&&0===n.length?s("Nobody has reacted yet."):"";return I`
<${Oe} title=${s("Who reacted")} on_close=${t}>
<p role="status">${r||(u?d:s("One moment …"))}</p>
${M.map(([e,t])=>{let o=n.filter(t=>t.reaction===e).map(e=>e.person.handle);return 0===o.length?null:I`<p key=${e}>
${l("{reaction}: {names}",{reaction:I`<b><${He} name=${e} /> ${s(t)}</b>`,names:i(o)})}
</p>`})}
<${Be} cursor=${a} load=${c} />
<//>
`}function Xe(e){let[t,o]=N("list"),{message:n,on_close:a}=e,{message_id:s}=n;return"who"===t?I`<${Qe} message_id=${s} on_close=${a} />`:"report"===t?I`<${tt} message_id=${s} on_close=${a} />`:"hide"===t?I`<${ot} message_id=${s} on_close=${a} />`:"back"===t?I`<${at} message_id=${s} on_close=${a} />`:"block"===t&&n.author?I`<${st}
person=${n.author}
message_id=${s}
on_close=${a}
/>`:I`<${Ze} ...${e} on_step=${o} />`}function Ze(e){let t=Y(),{message:o,mine:n,keeper:a,can_write:r,can_react:i,is_in:l,my_reactions:u,on_close:c,on_step:d}=e,p=n&&r&&t.now()-o.at<w,h=a&&!n,{room_id:$,pinned:m,saved:f}=e,{message_id:g}=o,y=Object.values(o.reactions).some(e=>e>0),k=e=>()=>{c(),e()};async function b(e,o){c(),t.tell(await be(e)?o:s("This browser did not let us copy it."))}let v=s("Message of {handle}",{handle:o.author?.handle??s("Someone")});return I`
<${Oe} title=${v} kind="sheet" on_close=${c}>
<p class="soft small">${Ee(o.at)}</p>
${i&&I`<${Je} message=${o} mine=${u} on_done=${c} />`}
<${Ke}>
${et(r,"reply",s("Reply"),k(e.on_reply))}
${et(p,"edit",s("Change the words"),k(e.on_edit))}
${et(!0,"copy",s("Copy the words"),()=>b(o.body,s("Copied.")))}
${et(!0,"link",s("Copy a link to it"),function(){let{href:e}=new URL(Ie($,g),location.href);b(e,s("Copied. Only people in this room can open it."))})}
${et(l,"save",s(f?"Don't keep it any more":"Save it for myself"),k(()=>{t.act.save(g,!f)}))}
${et(a,"pin",s(m?"Take the pin away":"Pin it for everyone here"),k(()=>{t.act.pin(g,!m)}))}
${et(l,"letter",s("New again from here on"),k(()=>{t.act.markUnread($,o)}))}
${et(y,"heart",s("Who reacted"),()=>d("who"))}
${et(n,"back",s("Take it back"),()=>d("back"))}
${et(!n,"flag",s("Report"),()=>d("report"))}
${et(!n,"block",s("Block this person"),()=>d("block"))}
${et(h,"hide",s("Take it out of sight"),()=>d("hide"))}
<//>
<//>
`}function et(e,t,o,n){return e&&I`<${Fe} icon=${t} on_press=${n}>${o}<//>`}function tt({message_id:e,on_close:t}){let o=Y(),[n,a]=N(""),[r,i]=N(""),l=E({what:"",nonce:""}),u=E(!1),c=E(!0);return W(()=>()=>{c.current=!1},[]),I`
<${Oe} title=${s("What is it about?")} kind="sheet" on_close=${t}>
<p class="soft">
${s("A moderator reads it. Its author is not told that it was you. What you choose is sent at once.")}
</p>
<${nt} reasons=${_e} on_choose=${async a=>{if(u.current)return;let r={message_id:e,reason:a,note:n.trim()},d=JSON.stringify(r);l.current.what!==d&&(l.current={what:d,nonce:ve()}),u.current=!0,i(s("One moment …"));let p=await o.act.report(r,l.current.nonce);if(u.current=!1,p.ok)return t();let h=function(e,t){return"offline"===e.code?s("Not sent: you are offline just now. Please choose again when you are back."):"no_answer"===e.code?s("No answer came. Please choose the same again: it counts only once."):_(e,t)}(p.error,o.now());c.current?i(h):o.tell(h)}} />
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
`}function ot({message_id:e,on_close:t}){let o=Y();return I`
<${Oe} title=${s("Why take it out of sight?")} kind="sheet" on_close=${t}>
<p class="soft">${s("Its author is told the reason, not who decided.")}</p>
<${nt} reasons=${Se} on_choose=${n=>{t(),o.act.hide({message_id:e,reason:n})}} />
<//>
`}function nt({reasons:e,on_choose:t}){let o=Ve();return I`
<div class=${o?"":"settling"}>
<${Ke}>
${e.map(([e,n])=>I`<${Fe}
key=${e}
on_press=${()=>o&&t(e)}
>${s(n)}<//
>`)}
<//>
</div>
`}function at({message_id:e,on_close:t}){let o=Y(),n=Ve();return I`
<${Oe} title=${s("Take this message back?")} kind="sheet" on_close=${t}>
<p>
${s("Its words will be gone for everyone. That someone took a message back stays visible.")}
</p>
<div class=${"menu "+(n?"":"settling")}>
<${Fe}
on_press=${()=>{n&&(t(),o.act.takeBack(e))}}
>${s("Take it back")}<//
>
<${Fe} on_press=${t}>${s("Keep it")}<//>
</div>
<//>
`}function st({person:e,message_id:t,on_close:o}){let n=Y(),a=Ve();return I`
<${Oe} title=${s("Block {handle}?",{handle:e.handle})} kind="sheet" on_close=${o}>
<p>
${s("You won't see each other's messages any more, here or anywhere. They are not told. You can take it back under Settings.")}
</p>
<div class=${"menu "+(a?"":"settling")}>
<${Fe}
on_press=${()=>{a&&(o(),n.act.block(e.user_id,!0))}}
>${s("Block {handle}",{handle:e.handle})}<//
>
<${Fe}
on_press=${async()=>{a&&(o(),await n.act.report({message_id:t,reason:"harassment",note:""}),n.act.block(e.user_id,!0))}}
>${s("Block them, and tell a moderator of this message")}<//
>
<${Fe} on_press=${o}>${s("Not now")}<//>
</div>
<//>
`}var rt=/(?:^|[\s([{"'“‘«„])@([\p{L}\p{M}\p{N}_.-]*)$/u,it=/^[\p{L}\p{M}\p{N}_-]/u;function lt(e,t){let o=ct(t),n=e.filter(e=>ct(e.handle).startsWith(o)),a=e.filter(e=>!n.includes(e)&&ct(e.handle).split(/[_.-]/).some(e=>e.startsWith(o))),s=[...n,...a].slice(0,6);return 1===s.length&&ut(s[0],t)?[]:s}function ut(e,t){return void 0!==e&&ct(e.handle)===ct(t)}function ct(e){return e.normalize("NFKD").replace(/\p{M}/gu,"").toLowerCase()}import{V as dt,W as pt,al as ht}from"./main-2ef978e68e.js";function $t({field:e,value:t,timeline:o,my_id:n,on_words:a}){let r=()=>function({messages:e,shown:t,staff:o},n){let a=e.map(e=>e.author).reverse(),s=new Map;for(let e of[...a,...t,...o])e&&e.user_id!==n&&!s.has(e.user_id)&&s.set(e.user_id,e);return[...s.values()]}(o,n),i=j(),[l,c]=N(null),[d,p]=N(-1),h=E(-1),$=l?lt(r(),l.begun):[],m=d<$.length?d:-1;function f(){let t=e.current,o=t?.selectionStart??0,n=t&&document.activeElement===t&&o===t.selectionEnd?function(e,t){let o=e.slice(Math.max(0,t-24-2),t),n=rt.exec(o)?.[1];return void 0===n||it.test(e.slice(t))?null:{start:t-n.length-1,end:t,begun:n}}(t.value,o):null;n||(h.current=-1);let a=n&&n.start!==h.current?n:null;if(a?.begun!==l?.begun||a?.start!==l?.start){let[e]=a?lt(r(),a.begun):[];p(a?.begun&&!ut(e,a.begun)?0:-1)}c(a)}function w(t){let o=e.current;if(!o||!l)return;let n=function(e,{start:t,end:o},n){let a=e.slice(o),s=/^[\s,.;:!?)]/.test(a)?"":" ",r=`${e.slice(0,t)}@${n}`,i=s||/^\s/.test(a)?1:0;return{body:`${r}${s}${a}`,caret:r.length+i}}(o.value,l,t.handle);o.value=n.body,o.setSelectionRange(n.caret,n.caret),a(n.body),c(null)}W(f,[t]),function(e,t,o){let n=E({look:t,pressed:o});n.current={look:t,pressed:o},W(()=>{let t=e.current;if(!t)return;let o=()=>n.current.look(),a=e=>n.current.pressed(e);t.addEventListener("keydown",a,{capture:!0});for(let e of["keyup","click","focus","blur"])t.addEventListener(e,o);return()=>{t.removeEventListener("keydown",a,{capture:!0});for(let e of["keyup","click","focus","blur"])t.removeEventListener(e,o)}},[])}(e,f,function(e){if(0===$.length||e.isComposing||e.altKey||e.ctrlKey)return;let t=$[m];if("ArrowDown"===e.key)p((m+1)%$.length);else if("ArrowUp"===e.key)p((Math.max(m,0)||$.length)-1);else if("Enter"!==e.key&&"Tab"!==e.key||!t||e.shiftKey){if("Escape"!==e.key)return;h.current=l?.start??-1,c(null)}else w(t);e.preventDefault(),e.stopImmediatePropagation()}),function(e,t,o){W(()=>{let n=e.current;if(n&&t)return n.setAttribute("aria-controls",t),o>=0&&n.setAttribute("aria-activedescendant",`${t}-${o}`),()=>{n.removeAttribute("aria-controls"),n.removeAttribute("aria-activedescendant")}},[t,o])}(e,$.length>0?i:"",m);let g=u("{count} name. Up and down to choose, Enter to take it.","{count} names. Up and down to choose, Enter to take one.",$.length);return I`
<span class="unseen" role="status">${$.length>0&&g}</span>
${$.length>0&&I`<ul id=${i} class="names" role="listbox" aria-label=${s("Names of people here")}>
${$.map((e,t)=>I`<li
key=${e.user_id}
id=${`${i}-${t}`}
class="name-option"
role="option"
aria-selected=${t===m}
onPointerDown=${e=>e.preventDefault()}
onClick=${()=>w(e)}
>
<${dt} ...${e} />
<span class="who">${e.handle}</span>
<${pt} badge=${e.badge} />
</li>`)}
</ul>`}
`}function mt({link:e,on_close:t}){return I`
<${Oe} title=${s("Look where it leads")} kind="sheet" on_close=${t}>
<p>
${l("This link leads to {host}. It could be taken for another site.",{host:I`<b class="host">${e.host}</b>`})}
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
`}import{Z as ft}from"./main-2ef978e68e.js";function wt({message:e,room:t="",on_follow:o,children:n}){let a=Y(),{author:r,at:i,room_id:l,message_id:u}=e,c=r?.handle??s("Someone"),d=`${Le(i,a.now())} ${Ne(i)}`;return I`
<li class="kept">
<p class="soft small">
<bdi>${c}</bdi>, ${d}${t&&I`, <bdi>${t}</bdi>`}
</p>
<${ft} message=${e} />
<div class="row">
<a class="plain" href=${Ie(l,u)} onClick=${o}
>${s("Show it in its place")}<span class="unseen">${`: ${c}, ${d}`}</span></a
>
${n}
</div>
</li>
`}function gt(){let e=E(null),t=E(null),o=E(null);return L(()=>{if(!o.current||o.current.row.isConnected)return;let{at:n}=o.current;o.current=null;let a=document.activeElement;if(a&&a!==document.body)return;let s=[...e.current?.children??[]],r=s[Math.min(n,s.length-1)]?.querySelector("button:not([disabled]), a[href], summary, input")??t.current??document.querySelector("dialog[open] .dialog-head button");r?r.focus():kt()}),{list:e,heading:t,leaves:function(){let t=document.activeElement?.closest("li"),n=[...e.current?.children??[]];o.current=t&&n.includes(t)?{row:t,at:n.indexOf(t)}:null}}}function yt(e){let t=E(null),o=E(e);return L(()=>{if(o.current===e)return;o.current=e;let n=document.activeElement;(!n||n===document.body)&&t.current?.querySelector("button")?.focus()}),t}function kt(){document.querySelector("main h1[tabindex]")?.focus()}function bt({timeline:e,keeper:t,on_close:o}){let n=Y(),{room_id:a,room:r}=e,i=r?.pinned??[],{items:l,cursor:u,problem:c,known:d,load:p}=Ge(e=>n.ask("message.pinned",{room_id:a,cursor:e}),e=>e.messages,[i.join(" ")]),{list:h,leaves:$}=gt(),m=d&&0===l.length?function(e){return s(e>0?"What is pinned here was said before you came.":"Nothing is pinned here.")}(i.length):"",f=c||(d?m:s("One moment …"));return I`
<${Oe} title=${s("Pinned in this room")} kind="wide" on_close=${o}>
<p class="soft" role="status">${f}</p>
<ul class="found" ref=${h}>
${l.map(e=>I`<${wt} key=${e.message_id} message=${e} on_follow=${o}>
${t&&I`<button
type="button"
class="plain"
onClick=${()=>{!async function(e){$(),await n.act.pin(e,!1)}(e.message_id)}}
>
${s("Take the pin away")}
</button>`}
<//>`)}
</ul>
<${Be} cursor=${u} words=${s("Show more")} load=${p} />
<//>
`}function vt(){let e=Y(),[t,o]=N(!1),{restore:n}=Q.value.account;return!n||ee.has(Z.value)?null:I`
<div class="banner" role="alert">
<p>
${s("Somebody asked us for a new way into your account. If that was not you, stop it now.")}${" "}
${n.due_at>e.now()?s("It would work from {time}.",{time:je(n.due_at,e.now())}):s("It works already.")}
</p>
<button type="button" class="main" disabled=${t} onClick=${async function(){o(!0);let t=await e.ask_http("restore.stop",{});if(o(!1),!t.ok)return e.tellRefusal(t);te(e=>({...e,account:{...e.account,restore:null}})),e.tell(s("Stopped. Nobody gets in that way, and those who look after the place know."))}}>
${s("It wasn't me: stop it")}
</button>
</div>
`}import{ad as _t}from"./main-2ef978e68e.js";function St({timeline:e}){let{room:t,here:o,shown:n,reading:a,staff:r}=e;if(!t)return null;let i=Math.max(o-n.length,0);return I`
<aside class="room-aside" tabindex="0" aria-label=${s("About this room")}>
<h2>${s("Here now")}</h2>
<ul class="people">
${n.map(e=>I`<${Mt}
key=${e.user_id}
person=${e}
reads=${a.includes(e.user_id)}
/>`)}
</ul>
${i>0&&I`<p class="soft small">
${u("{count} without showing a name","{count} without showing their names",i)}
</p>`}
${t.about&&I`<h2>${s("What it is about")}</h2><p class="as-written">${t.about}</p>`}
${t.guidelines&&I`<h2>${s("Guidelines")}</h2><p class="as-written">${t.guidelines}</p>`}
${r.length>0&&I`<h2>${s("Who keeps this room")}</h2>
<ul class="people">
${r.map(e=>I`<${Mt} key=${e.user_id} person=${e} />`)}
</ul>`}
</aside>
`}function Mt({person:e,reads:t=!1}){return I`<li class="person-row">
<${dt} ...${e} />
<span class=${`who ${_t(e.user_id)}`}>${e.handle}</span>
<${pt} badge=${e.badge} />
${t&&I`<span class="tag">${s("just reading")}</span>`}
</li>`}function Ct({listed:e,on_done:t}){let o=Y(),{room:n,membership:a}=e,[r,i]=N(""),[l,c]=N(!1),d=a?.standing;async function p(){(await o.act.leave(n.room_id)).ok&&t?.()}return"waiting"===d?I`
<p>
${s("You have asked to come in. Your request is kept; those who keep this room can see it.")}
</p>
<button type="button" class="quiet" onClick=${p}>${s("Take my request back")}</button>
`:I`
${n.about&&I`<p class="as-written">${n.about}</p>`}
${n.guidelines?I`<h3>${s("Guidelines of this room")}</h3>
<div class="guidelines as-written">${n.guidelines}</div>`:I`<p class="soft">${s("This room has no guidelines of its own.")}</p>`}
<p class="soft">
${s(Ae[n.access]??"")} ${function(e){return u("Messages are kept for {count} day.","Messages are kept for {count} days.",e)}(n.retention_days)}${" "}
${n.shows_last_day?s("You will see the last 24 hours."):s("You will see what is said from now on.")}
</p>
${r&&I`<p class="problem" role="alert">${r}</p>`}
${"in"!==d&&"admin"!==Q.value.me?.role&&I`<div class="row">
<button type="button" class="main" disabled=${l} onClick=${async function(){c(!0);let e=await o.act.join(n.room_id,n.guidelines_version);if(c(!1),!e.ok)return i(_(e.error,o.now()));t?.(),"in"===e.membership?.standing?o.router.go(We(n.room_id)):o.tell(s("Your request is kept. Those who keep this room can see it."))}}>
${function({room:e,membership:t}){let o="open"===e.access||"invited"===t?.standing;return e.guidelines?s(o?"I have read this. Come in":"I have read this. Ask to come in"):s(o?"Come in":"Ask to come in")}(e)}
</button>
${"invited"===d&&I`<button type="button" class="quiet" onClick=${p}>
${s("No, thank you")}
</button>`}
</div>`}
`}function xt({title:e,listed:t}){return I`
<section class="page" data-region>
<a class="back" href="/app">${s("All rooms")}</a>
<h1>${e}</h1>
<${Ct} listed=${t} />
</section>
`}function At({known:e}){let t=Y(),{room:o,membership:n}=e,a="up"===Z.value,[r,i]=N(null),[l,u]=N(!1);async function c(){u(!1);let e=await Tt(t,o.room_id);i(e),u(null===e)}if(W(()=>{a&&c()},[a,o.guidelines_version]),r||"waiting"===n.standing){let e={room:r?.room??o,membership:n};return I`<${xt} title=${o.name} listed=${e} />`}return I`
<section class="page" data-region>
<a class="back" href="/app">${s("All rooms")}</a>
<h1>${o.name}</h1>
${l?I`<p role="alert">${s("What this room is about can't be shown just now.")}</p>
<button type="button" class="quiet" onClick=${c}>${s("Try again")}</button>`:I`<p class="soft" role="status">${s("One moment …")}</p>`}
</section>
`}async function Tt(e,t){let o=null;for(let n=0;n<5;n+=1){let n=await e.ask("room.list",{cursor:o});if(!n.ok)return null;let a=n.rooms.find(({room:e})=>e.room_id===t);if(a)return a;if(o=n.cursor,null===o)return null}return null}function qt({timeline:e}){let t=Y(),{room_id:o,refusal:n}=e,[a,r]=N(null);if(W(()=>{Tt(t,o).then(r)},[o]),a){let e={...a,membership:null};return I`<${xt} title=${a.room.name} listed=${e} />`}return I`
<section class="page" data-region>
<a class="back" href="/app">${s("All rooms")}</a>
<h1>${s("This room")}</h1>
<p role="alert">${n?.message}</p>
</section>
`}var It=r("The room is made. Name a moderator under People; they can say who keeps it.");function Wt({room:e,on_close:t}){let o=Y(),n=E(ve()),[a,r]=N(null),[i,l]=N(!1);return I`
<${Oe} title=${s(e?"Room settings":"A new room")} on_close=${t}>
<form class="stack" onSubmit=${async function(a){a.preventDefault();let i=function(e){let t=new FormData(e),o=e=>String(t.get(e)??"").trim();return{name:o("name"),about:o("about"),guidelines:o("guidelines"),access:o("access"),shows_last_day:null!==t.get("shows_last_day"),retention_days:o("retention_days")?Number(o("retention_days")):null}}(a.target);l(!0);let u=e?await o.act.updateRoom(e.room_id,i):await o.act.createRoom(i,n.current);if(l(!1),u.ok){if(t(),e)return;u.membership?o.router.go(We(u.room.room_id)):o.tell(s(It))}else u.error.retryable||(n.current=ve()),r({words:_(u.error,o.now()),field:u.error.field})}}>
${a&&I`<p class="problem" role="alert">${a.words}</p>`}
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
${Object.entries(Ae).map(([t,o])=>I`<label key=${t} class="check">
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
<button type="submit" class="main" disabled=${i}>
${s(e?"Save":"Open the room")}
</button>
</form>
<//>
`}function Et({timeline:e,room:t,on_reply:o,on_edit:n}){let r=Y();function i(){let{room_id:t,membership:o,my_saved:n}=e;return"in"!==o?.standing?{}:{s:({message_id:e})=>{r.act.save(e,!n[e])},u:e=>{r.act.markUnread(t,e)}}}function l(t){let{target:l,key:u}=t;if(t.defaultPrevented||t.isComposing||!(l instanceof Element)||t.ctrlKey||t.metaKey||t.altKey||l.closest("dialog"))return;if("Escape"===u)return function(t){let{room_id:o,seq:n}=e;r.session.goTo("last",t),r.reading.release(o),r.reading.seen(o,n),te(e=>y(a(e,o,n),{new_after:null})),he.say(s("Everything here is read."))}(null!==l.closest("article"));if(!X.peek().single_keys||!l.matches("article[data-key]"))return;let c=g(e,l.getAttribute("data-key")??"");if("posted"!==c?.state)return;let d={r:o,e:n,...i()}[u.toLowerCase()];d&&(t.preventDefault(),d(c))}return W(()=>{let e=t.current;return e?.addEventListener("keydown",l),()=>e?.removeEventListener("keydown",l)}),null}import{am as Nt,an as Lt}from"./main-2ef978e68e.js";function jt(){let e=Y(),{room_id:t}=e.router.route.value,o=k(Q.value);return"admin"===Q.value.me?.role?null:0===o.length?I`<p class="soft">${s("You are in no room yet.")}</p>`:I`
<ul class="rooms">
${o.map(e=>I`<li key=${e.room.room_id}>
<${Yt} known=${e} current=${e.room.room_id===t} />
</li>`)}
</ul>
`}function Yt({known:e,current:t}){let{room:o,membership:n}=e;return I`
<a class="room-link" href=${We(o.room_id)} aria-current=${t?"page":null}>
<${ht} room_id=${o.room_id} />
<span class="room-name">${o.name}</span>
${"waiting"===n.standing&&I`<span class="tag">${s("waiting")}</span>`}
${"invited"===n.standing&&I`<span class="tag">${s("invited")}</span>`}
${e.knocks>0&&I`<span class="tag">${function(e){return u("{count} at the door","{count} at the door",e)}(e.knocks)}</span>`}
<${Ot} known=${e} />
</a>
`}function Ot({known:e}){if(0===e.unread)return null;let t=e.mentions>0,{unread:o}=e,n=I`${t&&I`<span aria-hidden="true">@</span>`}${Lt(C(o))}`,a=t?c("{count} new, you are mentioned","{count} new, you are mentioned",o,{count:n}):c("{count} new","{count} new",o,{count:n});return I`<${Nt} words=${a} kind=${t?"mention":""} />`}function Rt(e){return s("admin"===e?"an administrator":"moderator"===e?"a moderator":"a member")}function Dt(e){return s("admin"===e?"An administrator":"moderator"===e?"A moderator":"A member")}function zt(e){return"waiting"===e?s("waits to be let in"):"banned"===e?s("can't take part for now"):"frozen"===e?s("account closed"):"erasing"===e?s("is leaving"):""}function Ht({ask:e,done:t,words:o,kind:n="main",keeps:a=!1,sure:s="",children:r}){let i=Y(),[l,u]=N(""),[c,d]=N(""),[p,h]=N(!1),[$,m]=N(!1),f=E(null),w=Pt($),g=j();async function y(){let o=f.current;if(!o)return;let n=Object.fromEntries(new FormData(o));h(!0),u(""),d("");let s=await e(n);if(h(!1),!s.ok)return u(_(s.error,i.now()));a||o.reset(),d(t?.(s)??"")}return W(()=>m(!1),[s]),I`
<form
ref=${f}
class="stack"
onSubmit=${function(e){e.preventDefault(),s?m(!0):y()}}
aria-describedby=${l?g:null}
>
${r}
${l&&I`<p class="problem" role="alert" id=${g}>${l}</p>`}
<p role="status" class="outcome">${c}</p>
${$?I`<${Kt} sure=${s} on_press=${y} on_end=${()=>m(!1)} />`:I`<button ref=${w} type="submit" class=${n} disabled=${p}>${o}</button>`}
</form>
`}function Pt(e){let t=E(null),o=E(!1);return W(()=>{o.current&&!e&&t.current?.focus(),o.current=e},[e]),t}function Ut({words:e,sure:t,on_press:o,label:n="",children:a}){let[s,r]=N(!1),i=Pt(s);return s?I`<${Kt} sure=${t} on_press=${o} on_end=${()=>r(!1)}>
${a}
<//>`:I`<button
ref=${i}
type="button"
class="quiet"
aria-label=${n||null}
onClick=${()=>r(!0)}
>
${e}
</button>`}function Kt({sure:e,on_press:t,on_end:o,children:n}){let a=Ve(),r=E(null);return W(()=>r.current?.focus(),[]),I`
<div class=${"stack two "+(a?"":"settling")} role="group">
${n}
<div class="row">
<button ref=${r} type="button" class="main" onClick=${function(){a&&(o(),t())}}>${e}</button>
<button type="button" class="quiet" onClick=${o}>${s("Not now")}</button>
</div>
</div>
`}function Ft({room_id:e,create:t,again:o}){let n=E(null);W(()=>{o&&n.current?.querySelector("input")?.focus()},[]);let[a,r]=N("invite"),[i,l]=N(e),u=function(e){let t=Y(),[o,n]=N([]),a="up"===Z.value;return W(()=>{a&&e&&async function(){let e=[],o=null;for(let n=0;n<5;n+=1){let n=await t.ask("room.list",{cursor:o});if(!n.ok)return;if(e.push(...n.rooms.map(e=>e.room)),o=n.cursor,null===o)break}n(e)}()},[a,e]),o}(""===e);return I`
<div ref=${n}>
<${Ht} words=${s("Make the link")} kind="quiet" ask=${({valid_h:e,as:o="member"})=>t({kind:a,valid_h:Number(e),role:"facilitator"===o?"member":o,relation:"facilitator"===o?o:"member",room_id:i||null})}>
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
${u.length>0&&I`<label class="field">
<span>${s("Into which room")}</span>
<select onChange=${e=>l(e.target.value)}>
<option value="">${s("None yet: they choose")}</option>
${u.map(e=>I`<option key=${e.room_id} value=${e.room_id}>${e.name}</option>`)}
</select>
</label>`}
${"invite"===a&&I`<${Vt} in_room=${""!==i} />`}
<label class="field">
<span>${s("Works for")}</span>
${"invite"===a?I`<select key="invite" name="valid_h">
<option value=${24}>${s("A day")}</option>
<option value=${72} selected>${s("Three days")}</option>
</select>`:I`<select key="knock" name="valid_h">
<option value=${720}>${s("A month")}</option>
<option value=${4320} selected>${s("Half a year")}</option>
<option value=${8760}>${s("A year")}</option>
</select>`}
</label>
<//>
</div>
`}function Vt({in_room:e}){let{me:t,account:o}=Q.value,n=o.proven?t?.role:"member",a=e&&"member"!==n;return"admin"===n||a?I`
<label class="field">
<span>${s("As what")}</span>
<select name="as">
<option value="member">${Dt("member")}</option>
${a&&I`<option value="facilitator">${s("Someone who keeps that room")}</option>`}
${"admin"===n&&I`<option value="moderator">${Dt("moderator")}</option>
<option value="admin">${Dt("admin")}</option>`}
</select>
</label>
`:null}function Bt({title:e,on_paper:t=!1,on_done:o,children:n,more:a}){let r=E(null);return W(()=>r.current?.focus(),[]),I`
<section class=${"card shown-once "+(t?"on-paper":"")}>
<h2 ref=${r} tabindex="-1" class="no-print">${e}</h2>
${n}
<div class="row no-print">
${a}
<button type="button" class="quiet" onClick=${o}>${s("Done")}</button>
</div>
</section>
`}function Gt({codes:e}){return I`
<ul class="codes">
${e.map(e=>I`<li key=${e}><code>${e}</code></li>`)}
</ul>
`}function Jt({text:e,words:t=""}){let o=Y();return I`<button type="button" class="quiet" onClick=${async function(){o.tell(await be(e)?s("Copied."):s("This browser did not let us copy it."))}}>${t||s("Copy")}</button>`}function Qt(){return I`<button type="button" class="quiet" onClick=${()=>print()}>${s("Print")}</button>`}function Xt({svg:e,alt:t}){let o=`data:image/svg+xml;charset=utf-8,${encodeURIComponent(e)}`;return I`<img class="qr" src=${o} alt=${t} width="240" height="240" />`}var Zt=new Set(["localhost","127.0.0.1","[::1]","::1"]);function eo({room_id:e=""}){let t=Y(),[o,n]=N(null),[a,r]=N(0),{items:i,cursor:l,problem:u,load:c}=Ge(e=>t.ask_http("invite.list",{cursor:e}),t=>t.invites.filter(t=>!e||t.room_id===e)),{list:d,heading:p,leaves:h}=gt();async function $(e){let o=await t.ask_http("invite.revoke",{invite_id:e});t.tellRefusal(o),o.ok&&t.tell(s("Taken back: it opens nothing any more.")),h(),await c(null)}let m=i.filter(e=>ao(e,t.now())),f=i.filter(e=>!ao(e,t.now()));return I`
${o?I`<${oo} ...${o} on_done=${function(){n(null),r(a+1)}} />`:I`<${Ft} room_id=${e} create=${async function(e){let o=await t.step_up.withStepUp(()=>t.ask_http("invite.create",e));return o.ok&&(n(o),await c(null)),o}} again=${a>0} />`}
${u&&I`<p class="problem" role="alert">${u}</p>`}
<h2 ref=${p} tabindex="-1">${s("Invitations that still work")}</h2>
${0===m.length&&I`<p class="soft">${s("There are none just now.")}</p>`}
<ul class="cards" ref=${d}>
${m.map(e=>I`<${to} key=${e.invite_id} invite=${e} revoke=${$} />`)}
</ul>
${f.length>0&&I`<details>
<summary>${s("Used, taken back or run out")}</summary>
<ul class="cards">
${f.map(e=>I`<${to} key=${e.invite_id} invite=${e} />`)}
</ul>
</details>`}
<${Be} cursor=${l} words=${s("Older ones")} load=${c} />
`}function to({invite:e,revoke:t}){let o=Y(),n=function({kind:e,role:t,room_name:o,relation:n}){let a=o??"";return"knock"===e?a?s("To ask to be let in, for a flyer, into {room}.",{room:a}):s("To ask to be let in, for a flyer."):"member"!==t?s("For one person, as {role}.",{role:Rt(t)}):"facilitator"===n?s("For one person, to keep {room}.",{room:a}):a?s("For one person, into {room}.",{room:a}):s("For one person.")}(e);return I`
<li class="card">
<p>${n}</p>
<p class="soft small">${so(e,o.now())}</p>
${t&&I`<${Ut}
words=${s("Take it back")}
label=${s("Take it back: {what}",{what:n})}
sure=${s("Yes, take it back")}
on_press=${()=>t(e.invite_id)}
/>`}
</li>
`}function oo({invite:e,link:t,code:o,qr_svg:n,on_done:a}){let r=Y(),i="knock"===e.kind,l=so(e,r.now()),u=I`
<${Jt} text=${t} words=${s("Copy the link")} />
<${Jt} text=${o} words=${s("Copy the code")} />
<${Qt} />
`;return I`
<${Bt}
title=${s("Here it is, shown only now")}
on_paper
on_done=${a}
more=${u}
>
<p class="no-print">
${s(i?"Whoever has it may ask to be let in.":"It lets one person in, once.")}
${" "}${l}
</p>
${Zt.has(location.hostname)&&I`<p class="no-print">
${s("This link works only on this computer. Whoever runs the server sets CHAT_PUBLIC_URL before others can use it.")}
</p>`}
${i&&I`<${no} until=${l} />`}
<${Xt} svg=${n} alt=${s("The same link as a picture, for a phone's camera")} />
<label class="field no-print">
<span>${s("The link")}</span>
<input readonly value=${t} />
</label>
<p class="print-only">${t}</p>
<p>${s("Without a link, to type in:")} <code class="big-code">${o}</code></p>
<//>
`}function no({until:e}){let{site:t}=Q.value;return I`<div class="print-only">
<h1>${t?.name??document.getElementById("app")?.dataset.site}</h1>
<p class="lead">${s("Peer support: ask to be let in.")}</p>
<p>${e}</p>
</div>`}function ao({used:e,revoked:t,expires_at:o},n){return!e&&!t&&o>n}function so(e,t){if(e.revoked)return s("Taken back.");if(e.used)return s("Used.");let o=je(e.expires_at,t);return e.expires_at>t?s("Works until {at}.",{at:o}):s("Ended {at}.",{at:o})}var ro={guidelines:"book",pinned:"pin",roster:"people",search:"search",settings:"settings",invites:"letter"};function io({timeline:e,keeper:t,on_open:o,on_close:n}){let a=Y(),[r,i]=N(!1),{room_id:l,membership:u}=e,c=e.room?.pinned.length??0,d=(e,t)=>I`<${Fe} icon=${ro[e]} on_press=${()=>o(e)}>${t}<//>`;return I`
<${Oe} title=${e.room?.name??""} kind="sheet" on_close=${n}>
<${Ke}>
${d("guidelines",s("Guidelines and who keeps this room"))}
${c>0&&d("pinned",s("Pinned in this room"))}
${d("roster",s("Members"))}
${d("search",s("Search in this room"))}
${t&&d("settings",s("Room settings"))}
${t&&d("invites",s("Invite someone"))}
${u&&(r?I`<${Fe} icon="leave" on_press=${async function(){(await a.act.leave(l)).ok&&(n(),a.router.go("/app"))}}>
${s("Yes, leave. My messages stay; I won't see the room any more.")}
<//>`:I`<${Fe} icon="leave" on_press=${()=>i(!0)}>
${s("Leave this room")}
<//>`)}
<//>
<//>
`}function lo({timeline:e,on_close:t}){let{room:o}=e;return I`
<${Oe} title=${o?.name??""} on_close=${t}>
${o&&I`<${Ct} listed=${{room:o,membership:{standing:"in"}}} />`}
<${co} timeline=${e} />
<//>
`}function uo({timeline:e,on_close:t}){let o=s("Invitations to {room}",{room:e.room?.name??""});return I`
<${Oe} title=${o} on_close=${t}>
<${eo} room_id=${e.room_id} />
<//>
`}function co({timeline:e}){return 0===e.staff.length?null:I`
<h3>${s("Who keeps this room")}</h3>
<p>${i(e.staff.map(e=>e.handle))}</p>
`}function po({on_mute:e}){let[t,o]=N(0),n=E(null),a=E(!1);return W(()=>{a.current&&0===t&&n.current?.focus(),a.current=t>0},[t]),t>0?I`<${ho}
on_choose=${n=>{o(0),e(t,n)}}
on_cancel=${()=>o(0)}
/>`:I`
<button ref=${n} type="button" class="quiet" onClick=${()=>o(900)}>
${s("Mute 15 minutes")}
</button>
<button type="button" class="quiet" onClick=${()=>o(86400)}>${s("Mute a day")}</button>
`}function ho({on_choose:e,on_cancel:t}){let o=Ve(),n=E(null);return W(()=>n.current?.querySelector("button")?.focus(),[]),I`
<div ref=${n} class=${"stack "+(o?"":"settling")} role="group" aria-label=${s("Why?")}>
<p class="soft">${s("Why? They are told the reason, not who decided.")}</p>
<${Ke}>
${Se.map(([t,n])=>I`<${Fe}
key=${t}
on_press=${()=>o&&e(t)}
>${s(n)}<//
>`)}
<${Fe} on_press=${t}>${s("Not now")}<//>
<//>
</div>
`}function $o({timeline:e,my_id:t,keeper:o,on_close:n}){let a=Y(),{room_id:r}=e,[i,l]=N(0),c=function(e){let[t,o]=N(e);return W(()=>{let t=setTimeout(()=>o(e),1e3);return()=>clearTimeout(t)},[e]),t}(e.roster_changes),{items:d,cursor:h,problem:$,load:m}=Ge(async function(e){let t=await a.ask("room.members",{room_id:r,cursor:e});return t.ok&&(l(t.members),o&&null===e&&null===t.cursor&&function(e){let t=e.filter(e=>"waiting"===e.standing).length;te(e=>p(e,r,{knocks:t}))}(t.people)),t},e=>e.people,[c]),f=d.filter(e=>"waiting"===e.standing),w=d.filter(e=>"in"===e.standing),g=d.filter(e=>"invited"===e.standing),{reading:y}=e,k={room_id:r,keeper:o,my_id:t,reading:y,on_changed:()=>{m(null)}},b=o||null!==h?0:Math.max(i-w.length,0),v=!0===Q.value.me?.visible,_=s(o?"Members":"Members who show themselves"),S=s("{here}, {members}",{here:u("{count} here now","{count} here now",e.here),members:u("{count} member","{count} members",i)});return I`
<${Oe} title=${S} on_close=${n}>
${$&&I`<p class="problem" role="alert">${$}</p>`}
<${mo} title=${s("Waiting at the door")} people=${f} ...${k} />
<${mo} title=${_} people=${w} ...${k} />
<${mo} title=${s("Invited")} people=${g} ...${k} />
${b>0&&I`<p class="soft">${function(e,t){return`${u("{count} here now.","{count} here now.",e)} ${s(t?"Nobody else shows their name.":"Nobody else shows their name; you can, under Menu.")}`}(e.here,v)}</p>`}
<${Be} cursor=${h} load=${m} />
<//>
`}function mo({title:e,people:t,...o}){let{list:n,leaves:a}=gt();return 0===t.length?null:I`
<h3>${e}</h3>
<ul class="people" ref=${n}>
${t.map(e=>I`<${fo}
key=${e.person.user_id}
member=${e}
leaves=${a}
...${o}
/>`)}
</ul>
`}function fo({member:e,keeper:t,my_id:o,reading:n,...a}){let r=Y(),[i,l]=N(!1),{person:u,muted_until:c}=e,d=r.now(),p=null!==c&&c>d,h="waiting"===e.standing,$=u.user_id!==o&&(t||!h),m=yt(p);return I`
<li class="person" ref=${m}>
<div class="person-row">
<${dt} ...${u} />
<span class=${`who ${_t(u.user_id)}`}>${u.handle}</span>
<${pt} badge=${u.badge} />
${p&&I`<span class="tag">${s("reading along")}</span>`}
${!p&&n.includes(u.user_id)&&I`<span class="tag">
${s("just reading")}
</span>`}
${$&&!h&&I`<button
type="button"
class="plain more"
aria-expanded=${i}
aria-label=${s("What to do about {handle}",u)}
onClick=${()=>l(!i)}
>
<${He} name="more" />
</button>`}
</div>
${$&&(i||h)&&I`<${wo} member=${e} keeper=${t} muted=${p} ...${a} />`}
${p&&t&&I`<p class="soft small">
${s("until {time}",{time:je(c,d)})}
</p>`}
</li>
`}function wo({room_id:e,member:t,keeper:o,muted:n,leaves:a,on_changed:r}){let i=Y(),[l,u]=N(!1),{user_id:c}=t.person,d=(e,t="")=>async()=>{a(),(await e()).ok&&(t&&i.tell(t),r())},p=(e,t,o)=>I`<button type="button" class="quiet" onClick=${d(t,o)}>${e}</button>`;if("waiting"===t.standing)return I`<div class="row">
${p(s("Let in"),()=>i.act.admit(e,c),s("They are in."))}
${p(s("Say no"),()=>i.act.refuse(e,c),s("You said no."))}
</div>`;if("invited"===t.standing)return I`<div class="row">
${p(s("Take the invitation back"),()=>i.act.refuse(e,c),s("Taken back: it opens nothing any more."))}
</div>`;let $=I`<${Ut}
words=${s("Block")}
sure=${s("Block {handle}",t.person)}
on_press=${async()=>{(await i.act.block(c,!0)).ok&&r()}}
>
<p class="soft">${s("You won't see each other's messages any more. They are not told.")}</p>
<//>`;if(!o)return I`<div class="row">${$}</div>`;let m=(t,o=null)=>d(()=>i.act.mute({room_id:e,user_id:c,mute_s:t,reason:o})),f="facilitator"===t.relation;return I`<div class="row">
${n?I`<button type="button" class="quiet" onClick=${m(0)}>
${s("Let them write again")}
</button>`:I`<${po}
on_mute=${(e,t)=>m(e,t)()}
/>`}
${h(Q.value)&&p(s(f?"No longer a keeper":"Make a keeper of this room"),()=>i.act.setRelation({room_id:e,user_id:c,relation:f?"member":"facilitator"}))}
${l?p(s("Yes, remove from the room"),()=>i.act.remove(e,c)):I`<button type="button" class="quiet" onClick=${()=>u(!0)}>
${s("Remove")}
</button>`}
${$}
</div>`}function go({room:e,on_close:t}){return I`
<${Oe} title=${s("Search")} kind="wide" on_close=${t}>
<${yo} room=${e} on_close=${t} />
<//>
`}function yo({room:e=null,on_close:t=()=>{}}){let o=Y(),[n,a]=N(null),[r,i]=N([]),[l,u]=N(null),[c,d]=N(""),p=E(0);async function h(e,t){let n=++p.current;d(s("Looking …"));let a=t,r=s("Nothing found so far.");for(let l=0;l<10;l+=1){let l=await o.ask("message.search",{...e,cursor:a});if(n!==p.current)return;if(!l.ok)return d(_(l.error,o.now()));if(a=l.cursor,0!==l.messages.length||null===a){i(e=>null===t?l.messages:[...e,...l.messages]),r=0===l.messages.length&&null===t?s("Nothing found."):"";break}}d(r),u(a)}return I`
<form
class="stack search"
role="search"
onSubmit=${function(e){e.preventDefault();let t=function(e){let t=t=>String(e.get(t)??"").trim(),[o,n]=[bo(t("since")),bo(t("before"))],a={text:t("text")};return t("room_id")&&(a.room_id=t("room_id")),t("by")&&(a.by=t("by")),null!==o&&(a.since=o),null!==n&&(a.before=new Date(n+1296e5).setHours(0,0,0,0)),a}(new FormData(e.target));t.text&&(i([]),u(null),a(t),h(t,null))}}
onKeyDown=${e?function(e){"Escape"!==e.key||e.isComposing||(e.preventDefault(),t())}:null}
>
<div class="row">
<input type="search" name="text" aria-label=${s("Words to look for")} maxlength="200" />
<button type="submit" class="main">${s("Search")}</button>
</div>
<${ko} room=${e} />
</form>
<p role="status">${c}</p>
<ul class="found">
${r.map(o=>I`<${wt}
key=${o.message_id}
message=${o}
room=${function({room_id:t}){return e&&n?.room_id===e.room_id?"":Q.value.rooms[t]?.room.name??""}(o)}
on_follow=${t}
/>`)}
</ul>
<${Be}
cursor=${l}
words=${s("Look further back")}
load=${e=>n?h(n,e):Promise.resolve()}
/>
`}function ko({room:e}){let t=k(Q.value).filter(t=>t.room.room_id!==e?.room_id&&"in"===t.membership.standing);return I`
<details class="narrower">
<summary>${s("Where, by whom, when")}</summary>
<div class="stack">
<label class="field">
<span>${s("Room")}</span>
<select name="room_id">
${e&&I`<option value=${e.room_id}>${e.name}</option>`}
<option value="">${s("All my rooms")}</option>
${t.map(e=>I`<option value=${e.room.room_id}>${e.room.name}</option>`)}
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
`}function bo(e){let[t=0,o=0,n=0]=e.split("-").map(Number),a=new Date(t,o-1,n).getTime();return""===e||Number.isNaN(a)?null:Math.max(a,0)}function vo(){let e=Y(),[t,o]=N(""),[n,a]=N(0),[r,i]=N("");async function l(){let t=await e.ask_http("account.export",{});if(!t.ok)return o(""),i(_(t.error,e.now()));i(""),a(t.expires_at),o(t.ready?"ready":"gathering")}return W(()=>{if("gathering"!==t)return;let e=setInterval(()=>{l()},2e3);return()=>clearInterval(e)},[t]),I`
<p>${s("Everything this place keeps of yours, to read or to take with you.")}</p>
${r&&I`<p class="problem" role="alert">${r}</p>`}
<p role="status" class="outcome">
${"gathering"===t?s("Gathering it. This takes a moment."):""}
${"ready"===t?s("It is ready, until {day}.",{day:je(n,e.now())}):""}
</p>
${"ready"===t?I`<p class="row">
<a class="button quiet" href="/account/export">${s("Read it")}</a>
<a class="button quiet" href="/account/export.json" download>
${s("Take it as a file")}
</a>
</p>`:I`<button type="button" class="quiet" disabled=${""!==t} onClick=${l}>
${s("Gather my data")}
</button>`}
`}function _o(){let e=Y(),[t,o]=N("");return I`
<p>
${s("At once nobody sees you any more, nor anything you wrote. For 72 hours you can sign in and take it back. Then it is removed for good.")}
</p>
<p class="soft small">
${s("What stays: words that were reported, for at most 180 days, or 30 days after a moderator has seen to it. Your name is nobody's for half a year, so that nobody can pass for you. What others wrote to you is theirs.")}
</p>
${t&&I`<p class="problem" role="alert">${t}</p>`}
<${Ut}
words=${s("Leave this place")}
sure=${s("Yes, leave")}
on_press=${()=>{!async function(){let t=await e.step_up.withStepUp(()=>e.ask_http("account.erase",{}));if(t.ok)return e.left();let n="forbidden"===t.error.code&&"admin"===Q.peek().me?.role;o(n?s("Nobody else looks after this place yet. Name another administrator first, under People."):_(t.error,e.now()))}()}}
>
<p><b>${s("Leave this place?")}</b> ${s("You can come back within 72 hours.")}</p>
<//>
`}function So(){let e=Y(),[t,o]=N(!1),n=Ve(String(t)),a=oe.value.filter(e=>"sent"!==e.status).length,r=u("{count} message has not gone out, and would be gone. Sign out all the same","{count} messages have not gone out, and would be gone. Sign out all the same",a);return I`
<button type="button" class="menu-item" onClick=${function(){a>0&&!t?o(!0):(n||!t)&&e.sign_out()}}>
<${He} name="leave" />
<span role=${t?"alert":null}>${t?r:s("Sign out")}</span>
</button>
`}function Mo({on_close:e}){let t=Q.value,{me:o}=t,n=(t,o)=>I`<${Fe}
icon=${"switcher"===o?"search":"keys"}
on_press=${()=>{e(),ge(o)}}
>${t}<//
>`;return I`
<${Oe} title=${o?s("You are {handle}",o):s("Menu")} on_close=${e}>
<${Ke} onClick=${function(e){return t=>{t.target instanceof Element&&t.target.closest("a")&&e()}}(e)}>
${m(t)&&!ee.has(Z.value)&&I`<${Co} />`}
${n(s("Go to …"),"switcher")}
${ue()&&n(s("Keys"),"shortcuts")}
<${So} />
<//>
<//>
`}function Co(){let e=Q.value,t=e.reports_new+e.help_new;return I`
${e.me&&"admin"!==e.me.role&&I`<${xo} visible=${e.me.visible} />`}
<${Fe} icon="room" href="/app">${s("Rooms")}<//>
${"admin"!==e.me?.role&&I`<${Fe} icon="save" href="/app/saved">${s("Saved messages")}<//>
<${Fe} icon="search" href="/app/search">${s("Search")}<//>`}
<${Fe} icon="settings" href="/app/settings">${s("Settings")}<//>
${h(e)&&I`<${Fe} icon="flag" href="/app/reports">
${s("Reports and requests")}${" "}
${t>0&&I`<span class="count">${d(t)}</span>`}
<//>`}
${$(e)&&I`<${Fe} icon="people" href="/app/care">
${s("Looking after this place")}${" "}
${e.staff_new>0&&I`<span class="count">${d(e.staff_new)}</span>`}
<//>`}
<${Fe} icon="help" href="/app/help">${s("Help")}<//>
`}function xo({visible:e}){let t=Y();return I`
<label class="check">
<input
type="checkbox"
checked=${e}
onChange=${e=>{t.act.showMe(e.target.checked,!0===Q.value.me?.reading)}}
/>
<span>${s("Show my name among those who are here. Otherwise I am only counted.")}</span>
</label>
`}import{ar as Ao}from"./main-2ef978e68e.js";function To({on_close:e}){let{enter_sends:t,single_keys:o}=X.value,n=Ao(t,{shift:!1,ctrl:!1,real_keys:ue()}),a=le()?"⌘":s("Ctrl");return I`
<${Oe} title=${s("Keys")} kind="wide" on_close=${e}>
<h3>${s("Everywhere")}</h3>
<dl class="keys-list">
<${qo} keys=${[a,"K"]} does=${s("Go to a room, a page or an action")} />
<${qo} keys=${["F6"]} does=${s("On to the next part of the page")} />
<${qo} keys=${[s("Shift"),"F6"]} does=${s("Back to the part before")} />
<${qo} keys=${[s("Ctrl"),"/"]} does=${s("Show these keys")} />
<${qo} keys=${[s("Esc")]} does=${s("Close what is open; in a room: all is read")} />
</dl>
<h3>${s("While writing")}</h3>
<dl class="keys-list">
${n?I`<${qo} keys=${[s("Enter")]} does=${s("Send")} />
<${qo} keys=${[s("Shift"),s("Enter")]} does=${s("A new line")} />`:I`<${qo} keys=${[s("Enter")]} does=${s("A new line")} />
<${qo} keys=${[s("Ctrl"),s("Enter")]} does=${s("Send")} />`}
<${qo} keys=${["@"]} does=${s("Finish the name of someone here")} />
<${qo} keys=${["↑"]} does=${s("In an empty field: change your last words")} />
</dl>
<h3>${s("In the list of messages")}</h3>
<dl class="keys-list">
<${qo} keys=${["↑","↓"]} does=${s("From message to message")} />
<${qo} keys=${[s("Home"),s("End")]} does=${s("To the first and the last")} />
<${qo} keys=${[s("Enter")]} does=${s("What can be done with it")} />
${o&&I`<${qo} keys=${["R"]} does=${s("Reply")} />
<${qo} keys=${["E"]} does=${s("Change the words, if they are yours")} />
<${qo} keys=${["S"]} does=${s("Save it for yourself, or no longer")} />
<${qo} keys=${["U"]} does=${s("From here on it is new again")} />
<${qo} keys=${["?"]} does=${s("Show these keys")} />`}
</dl>
${!o&&I`<p class="soft">${s("Single letters are switched off.")}</p>`}
<//>
`}function qo({keys:e,does:t}){return I`
<dt>${e.map((e,t)=>[t>0?" ":"",I`<kbd key=${e}>${e}</kbd>`])}</dt>
<dd>${t}</dd>
`}function Io(){let e=Y().step_up.asking.value;return e&&I`<${Wo} show=${e.show} cancel=${e.cancel} />`}function Wo({show:e,cancel:t}){return I`
<${Oe} title=${s("Is it you?")} on_close=${t}>
<p>${s("Please show once more that it is you.")}</p>
<${Ht} words=${s("It is me")} ask=${function({passphrase:t="",code:o=""}){let n=o.replaceAll(/\s/g,"");return e(n?{passphrase:t,code:n}:{passphrase:t})}} keeps>
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
<${Eo} />
<//>
<//>
`}function Eo(){return Q.value.account.second_factor?I`<label class="field">
<span>${s("Six digits from your authenticator app")}</span>
<input name="code" required inputmode="numeric" autocomplete="one-time-code" maxlength="12" />
</label>`:null}function No(e){return Object.values(e.rooms).sort((e,t)=>+(t.mentions>0)-+(e.mentions>0)||+(t.unread>0)-+(e.unread>0)||e.room.name.localeCompare(t.room.name)).map(({room:e,unread:t})=>({key:e.room_id,words:e.name,kind:t>0?u("{count} new","{count} new",t):s("room"),path:We(e.room_id)}))}function Lo(e){let t=(e,t)=>({key:e,words:t,kind:s("page"),path:e}),o=[t("/app/help",s("Help now"))];return m(e)&&(o.unshift(t("/app",s("All rooms"))),"admin"!==e.me?.role&&o.push(t("/app/saved",s("Saved messages"))),"admin"!==e.me?.role&&o.push(t("/app/search",s("Search"))),o.push(t("/app/settings",s("Settings"))),h(e)&&o.push(t("/app/reports",s("Reports and requests"))),$(e)&&o.push(t("/app/care",s("Looking after this place")))),o}function jo(e,t){let o=ct(t.trim()),n=e.filter(({words:e})=>ct(e).startsWith(o)),a=e.filter(e=>!n.includes(e)&&ct(e.words).includes(o));return[...n,...a]}function Yo({on_close:e,on_choose:t}){let o=j(),[n,a]=N(""),[r,i]=N(0),l=E(null),c=function(e){let t=pe.value.filter(e=>e.words);return[...m(e)?No(e):[],...t.map(({key:e,words:t,run:o})=>({key:`do-${e}`,words:t,kind:s("action"),run:o})),...Lo(e)]}(Q.value),d=jo(c,n),p=Math.min(r,d.length-1);return W(()=>{l.current?.querySelector("[aria-selected=true]")?.scrollIntoView({block:"nearest"})},[p,n]),I`
<${Oe} title=${s("Go to")} on_close=${e}>
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
onInput=${e=>{a(e.target.value),i(0)}}
onKeyDown=${function(e){if(e.isComposing)return;let{value:o}=e.currentTarget,a=o===n?d[p]:jo(c,o)[0];if("ArrowDown"===e.key)i((p+1)%Math.max(d.length,1));else if("ArrowUp"===e.key)i((p||d.length)-1);else{if("Enter"!==e.key||!a)return;t(a)}e.preventDefault()}}
/>
<p class="soft small" role="status">
${0===d.length?s("Nothing has that name."):u("{count} place","{count} places",d.length)}
</p>
<ul id=${o} ref=${l} class="places" role="listbox" aria-label=${s("Places")}>
${d.map((e,n)=>I`<li
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
`}import{at as Oo}from"./main-2ef978e68e.js";function Ro({on_close:e}){let t=oe.value.filter(e=>"late"===e.status||"failed"===e.status);return I`
<${Oe} title=${s("Not gone out")} kind="wide" on_close=${e}>
${0===t.length&&I`<p role="status">${s("Nothing is waiting any more.")}</p>`}
${t.map(e=>I`<section key=${e.nonce}>
<h3>${Q.value.rooms[e.room_id]?.room.name??s("A room that you are not in")}</h3>
<${Oo} pending=${e} />
</section>`)}
<//>
`}var Do=$e(()=>import("./later-2ef978e68e.js").then(e=>e.UnsentList));function zo(){let[e,t]=N(!1),o=()=>t(!1),{timeline:n,me:a}=Q.value,r=n?.room?n.room_id:"",i=oe.value.filter(e=>("late"===e.status||"failed"===e.status)&&e.room_id!==r);return ee.has(Z.value)||!a?null:I`
<div role="status">
${i.length>0&&I`<div class="banner">
<p>
${u("{count} message of yours has not gone out.","{count} messages of yours have not gone out.",i.length)}
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
${e&&I`<${Do} on_close=${o} on_missing=${o} />`}
`}import{au as Ho,av as Po,aw as Uo,ax as Ko}from"./main-2ef978e68e.js";function Fo({warning:e,topics:t,on_change:o,on_close:n}){let a=j(),[r,i]=N(e),[l,u]=N(t),c=l.length>=Po;return I`
<${Oe} title=${s("A content warning")} on_close=${n}>
<form class="stack" onSubmit=${function(e){e.preventDefault(),n(),o({warning:r.trim(),topics:l})}}>
<label class="field">
<span>${s("In a few words")}</span>
<input
maxlength=${Uo}
autocomplete="off"
dir="auto"
aria-describedby=${`${a}-words`}
value=${r}
onInput=${e=>i(e.target.value)}
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
${Ho.map(e=>I`<label key=${e} class="check">
<input
type="checkbox"
checked=${l.includes(e)}
disabled=${c&&!l.includes(e)}
onChange=${()=>function(e){let t=l.filter(t=>t!==e);u(t.length<l.length?t:[...l,e])}(e)}
/>
<span>${Ko(e)}</span>
</label>`)}
</div>
</fieldset>
<button type="submit" class="main">${s("Done")}</button>
</form>
<//>
`}var Vo={unkind:r("Why: something you wrote was unkind."),private_details:r("Why: something you wrote told private details."),dealing:r("Why: substances were offered or asked for."),method_detail:r("Why: something you wrote described how to do harm."),off_topic:r("Why: what you wrote didn't belong in this room."),breaks_guidelines:r("Why: something you wrote went against the guidelines.")};function Bo({reason:e}){let t=Vo[e??""];return I`
${t&&I`<p>${s(t)}</p>`}
<p>
${s("A person decided this, not a machine. If you see it differently, tell the moderators: under “Help now”, “I need to talk” still works.")}
</p>
`}import{ay as Go}from"./main-2ef978e68e.js";function Jo({api:e,renewed:t,asking:o}){return{withStepUp:async function(n){let a=await n();return a.ok||"step_up_needed"!==a.error.code||o.peek()?a:await new Promise(n=>{let a=e=>{o.value=null,n(e)};o.value={async show(o){let n=await e("POST","/api/step-ups",o);return n.ok&&(await t(),a(!0)),n},cancel:()=>a(!1)}})?n():Go("cancelled","",{retryable:!1})}}}import{az as Qo}from"./main-2ef978e68e.js";import{aA as Xo}from"./main-2ef978e68e.js";function Zo({title:e,lead:t,base:o,groups:n,common:a={},news:r={}}){let i=Y(),{section:l}=i.router.route.value,u=n.flatMap(e=>e.sections).find(e=>e.name===l),c=function(e){let t=E(null),o=E(e);return W(()=>{o.current!==e&&t.current?.focus(),o.current=e},[e]),t}(l),d=u?s(u.title):e;Xo(d);let p=I`<${en}
title=${e}
base=${o}
groups=${n}
current=${u?.name??""}
news=${r}
/>`;return u?I`
<section class="page sectioned" data-region>
<div class="sectioned-list">${p}</div>
<div class="sectioned-main">
<a class="back" href=${o}>${e}</a>
<div class="section-head">
<span class="section-sign"><${He} name=${u.icon} /></span>
<h1 ref=${c} tabindex="-1">${d}</h1>
</div>
<div class="sheet-of-one"><${u.part} key=${u.name} ...${a} /></div>
</div>
</section>
`:I`
<section class="page" data-region>
<a class="back" href="/app">${s("All rooms")}</a>
<h1 ref=${c} tabindex="-1">${e}</h1>
${t&&I`<p class="lead">${t}</p>`} ${p}
</section>
`}function en({title:e,base:t,groups:o,current:n,news:a}){return I`
<nav class="sections" aria-label=${e}>
${o.map(e=>I`
<div key=${e.title} class="section-group">
${e.title&&I`<h2>${s(e.title)}</h2>`}
<ul>
${e.sections.map(e=>I`<li key=${e.name}>
<a
class="section-link"
href=${`${t}/${e.name}`}
aria-current=${e.name===n?"page":null}
>
<${He} name=${e.icon} />
<span class="section-words">
<span class="section-title">
${s(e.title)}${" "}
${(a[e.name]??0)>0&&I`<span class="count">
${a[e.name]}<span class="unseen"> ${s("new")}</span>
</span>`}
</span>
${e.about&&I`<span class="soft small about">${s(e.about)}</span>`}
</span>
<${He} name="forward" />
</a>
</li>`)}
</ul>
</div>
`)}
</nav>
`}var tn={"message.hide":r("{who} took a message out of sight."),"room.remove":r("{who} removed {someone} from a room."),"room.mute":r("{who} let {someone} only read along."),"room.set_relation":r("{who} changed what {someone} is to a room."),"report.close":r("{who} has seen to a report."),"sanction.ban":r("{who} kept {someone} out."),"sanction.lift":r("{who} let {someone} back in."),"user.admit":r("{who} let {someone} in who had knocked."),"user.refuse":r("{who} said no to {someone} who had knocked."),"user.freeze":r("{who} closed the account of {someone}."),"user.unfreeze":r("{who} opened the account of {someone} again."),"user.end_sign_ins":r("{who} signed {someone} out everywhere."),"user.create":r("{who} made an account for {someone}."),"user.reset":r("{who} gave {someone} a new way in."),"user.list":r("{who} looked at the list of accounts."),"role.propose":r("{who} proposed a role for {someone}."),"role.approve":r("{who} agreed to a role for {someone}."),"role.refuse":r("{who} said no to a role for {someone}."),"role.give":r("{who} gave a role to {someone}."),"role.set":r("{who} gave a role to {someone}."),"role.take":r("{who} took a role back from {someone}."),"role.undo":r("{who} undid within 72 hours a change of role of {someone}."),"restore.ask":r("{who} began to help {someone} back in."),"restore.confirm":r("{who} met {someone} who is helped back in."),"restore.refuse":r("{who} stopped helping {someone} back in."),"invite.create":r("{who} made an invitation."),"invite.revoke":r("{who} took an invitation back."),"site.change":r("{who} changed how this place shows itself."),"site.set_registration":r("{who} changed who may come in by themselves."),"site.set_helplines":r("{who} changed which help lines come first."),"site.confirm_helplines":r("{who} has called the help lines."),"backup.take":r("{who} took a backup."),restore:r("{who} went back to a backup."),"room.close":r("{who} closed a room."),"room.reopen":r("{who} opened a room again.")},on={"role.lapse":r("A role was proposed, and nobody decided in time."),"restore.lapse":r("A code to come back in was not used in time."),"restore.use":r("Someone came back in by a code from staff."),"staff.recovered":r("Someone on staff came back in by a recovery code."),"restore.stop":r("Someone did not want to be helped back in: it was not them who asked.")};function nn({overview:e}){let t=Y(),{items:o,cursor:n,problem:a,known:i,load:l}=Ge(e=>t.ask_http("audit.list",{cursor:e}),e=>e.entries),u=new Map(e.staff.map(e=>[e.user.user_id,e.user.handle]));return I`
<p class="soft">
${s("It can't be changed or removed. It names nobody but those who look after the place.")}
</p>
${a&&I`<p class="problem" role="alert">${a}</p>`}
${i&&0===o.length&&I`<p class="soft">${s("Nothing yet.")}</p>`}
<ul class="deeds">
${o.map(e=>I`<li key=${e.number}>
<span class="soft small">${je(e.at,t.now())}</span>${" "}
${function({actor_id:e,action:t,about:o},n){let a=on[t];if(a)return s(a);let i=tn[t]??r("{who} did what this page has no words for yet.");return s(i,{who:an(e,n),someone:n.get(o)??s("someone")})}(e,u)}
</li>`)}
</ul>
<${Be} cursor=${n} words=${s("Older ones")} load=${l} />
`}function an(e,t){return"operator"===e?s("Whoever runs the server"):t.get(e)??s("Someone who has looked after this place")}function sn(e,t){let[o]=N(e),n=E({...e}),a=E(null);return W(()=>{let{elements:o}=a.current?.form;for(let a of t){let t=o.namedItem(a);t.value===n.current[a]&&(t.value=e[a],n.current[a]=e[a],"guidelines"===a&&(n.current.guidelines_version=e.guidelines_version))}},[e]),{first:o,box:a,changed:e=>Object.fromEntries(t.flatMap(t=>e[t]===n.current[t]?[]:[[t,e[t]]])),keep:e=>{Object.assign(n.current,e)},version:()=>n.current.guidelines_version}}function rn(){let e=Y(),[t,o]=N(null),[n,a]=N(""),r="up"===Z.value,{site:i}=Q.value;return W(()=>{r&&async function(){let t=await e.ask_http("site.show",{});if(!t.ok)return a(_(t.error,e.now()));a(""),o(t)}()},[r,i]),{site:t,instead:n?I`<p class="problem" role="alert">${n}</p>`:I`<p class="soft" role="status">${s("One moment …")}</p>`}}var ln=[["hearth",r("Hearth: warm as clay")],["sea",r("Sea: calm and wide")],["forest",r("Forest: quiet and green")],["plum",r("Plum: soft as evening")]],un=["name","welcome","palette"];function cn({site:e}){let t=Y(),{first:o,box:n,changed:a,keep:r}=sn(e,un);return I`
<${Ht}
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
<${dn} chosen=${o.palette} />
<//>
`}function dn({chosen:e}){return I`
<fieldset>
<legend>${s("Colours")}</legend>
${ln.map(([t,o])=>I`<label key=${t} class="check">
<input type="radio" name="palette" value=${t} defaultChecked=${t===e} />
<span class="swatch" data-palette=${t} aria-hidden="true"></span>
<span>${s(o)}</span>
</label>`)}
</fieldset>
`}var pn=[r("What is said here stays here, and so does who is here."),r("Speak of yourself. Ask before you give advice."),r("Come as you are, also after a hard night. Nobody counts your days against you."),r("Just reading is fine. So is leaving, and coming back."),r("Nothing is bought, sold or arranged here, and nobody describes how to use or how to do harm."),r("If someone asks you to stop, stop. If something is not right, tell a moderator: it takes two presses.")];function hn({text:e}){return e?I`<div class="guidelines as-written" dir="auto">${e}</div>`:I`<ul class="plain-list">
${pn.map(e=>I`<li key=${e}>${s(e)}</li>`)}
</ul>`}var $n=["guidelines"];function mn({site:e}){let t=Y(),{first:o,box:n,version:a,keep:r}=sn(e,$n),[i,l]=N(null);return I`
<p>
${s("Everyone reads these when they come in for the first time. When you change them, everyone is asked to read them once more, the next time they come in.")}
</p>
<${Ht}
words=${s("Save")}
sure=${s("Yes, ask everyone to read them")}
keeps
ask=${async function({guidelines:e=""}){let o={guidelines:e,guidelines_version:a()},n=await t.ask_http("site.change",o);return n.ok?(r({guidelines:e,guidelines_version:n.guidelines_version}),l(null)):"changed_meanwhile"===n.error.code&&await async function(){let e=await t.ask_http("site.show",{});e.ok&&(r({guidelines_version:e.guidelines_version}),l(e.guidelines))}(),n}}
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
${null!==i&&I`<section class="card stack">
<h3>${s("What someone else has written, and holds now")}</h3>
<${hn} text=${i} />
</section>`}
<p class="soft small">${s("Left empty, they are these:")}</p>
<${hn} text="" />
<//>
`}var fn=[["crisis",r("For a crisis")],["addiction",r("For addiction")],["poison/overdose",r("For poisoning or overdose")]];function wn({number:e,line:t,suffix:o,on_remove:n}){let a=(e,n,a={})=>I`<label class="field">
<span>${n}</span>
<input
name=${`${e}-${o}`}
autocomplete="off"
defaultValue=${t[e]??""}
...${a}
/>
</label>`;return I`
<fieldset class="card">
<legend>${s("Our line {number}",{number:e})}</legend>
${a("name",s("Its name"),{required:!0})}
<label class="field">
<span>${s("What for")}</span>
<select name=${`purpose-${o}`}>
${fn.map(([e,o])=>I`<option key=${e} value=${e} selected=${e===t.purpose}>
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
`}function gn({site:e,on_changed:t}){let o=Y(),[n,a]=N(e.help_country),[r,i]=N(function(e){return e.map((e,t)=>({...e,key:t}))}(e.own_lines)),l=Math.max(0,...r.map(({key:e})=>e))+1,{list:u,leaves:c}=gt();return function(e,t){let o=E(t);L(()=>{let n=t>o.current;o.current=t,n&&e.current?.lastElementChild?.querySelector("input")?.focus()},[t])}(u,r.length),I`
<${Ht}
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
${e.countries.map(({code:e,name:t})=>I`<option key=${e} value=${e}>${t}</option>`)}
</select>
</label>
<ul class="cards" ref=${u}>
${r.map((e,t)=>I`<li key=${e.key}>
<${wn}
number=${t+1}
line=${e}
suffix=${e.key}
on_remove=${()=>function(e){c(),i(r.filter(t=>t!==e))}(e)}
/>
</li>`)}
</ul>
${r.length<3&&I`<button
type="button"
class="quiet"
onClick=${()=>i([...r,{name:"",purpose:"crisis",tel:null,sms:null,sms_word:"",url:null,languages:["en"],hours:"",source:"",key:l}])}
>
${s("Add a line of our own")}
</button>`}
<p class="soft small">
${s("You are asked once more who you are: a wrong number is the worst this place could show.")}
</p>
<//>
`}function yn({country:e,confirmed:t,on_changed:o}){let n=Y(),[a,r]=N(n.helplines.kept());W(()=>{n.helplines.refresh().then(()=>r(n.helplines.kept()))},[]);let i=a.countries.filter(({code:t})=>t===e),l=a.international?[a.international]:[],u=[...i.length>0?i:a.countries,...l];return I`
${u.map(e=>I`<${kn} key=${e.code} country=${e} />`)}
${t?I`<p class="soft">${s("Somebody has called these, and people answer there.")}</p>`:I`<div class="card">
<p><b>${s("Call the help lines first.")}</b></p>
<p>
${s("Nobody comes in uninvited until someone has called the numbers that your people may need.")}
</p>
<${Ut}
words=${s("We have called them")}
sure=${s("Yes, they answer")}
on_press=${()=>{!async function(){let e=await n.ask_http("site.confirm_helplines",{});n.tellRefusal(e),e.ok&&n.tell(s("Thank you. That is noted.")),await o()}()}}
>
<p class="soft">
${s("A wrong number is the worst that this place could show someone.")}
</p>
<//>
</div>`}
`}function kn({country:e}){return I`
<h3>${e.name}</h3>
<ul class="plain-list">
${e.emergency&&I`<li>${s("Emergency: {number}",{number:e.emergency})}</li>`}
${e.lines.map((e,t)=>I`<li key=${t}>
<b>${e.name}</b>: ${function({tel:e,sms:t,url:o}){let n=[e&&s("call {number}",{number:e}),t&&s("text {number}",{number:t.number}),o];return i(n.filter(e=>null!==e))}(e)}
<span class="soft small"> (${e.hours})</span>
</li>`)}
</ul>
`}function bn({waiting:e,on_changed:t}){let o=Y(),[n,a]=N(!1),r=Ve(e.map(e=>e.user_id).join(" ")),{list:i,heading:u,leaves:c}=gt();async function d(e,n){c(),a(!0);let r=await o.ask_http(e,{user_id:n});r.ok?"user.admit"===e?o.tell(s("They are in.")):o.tell(s("You said no. Their page says so, kindly.")):o.tellRefusal(r),await t(),a(!1)}return I`
<h2 ref=${u} tabindex="-1">${s("At the door")}</h2>
${0===e.length&&I`<p class="soft">${s("Nobody waits to be let in.")}</p>`}
<ul class="cards" ref=${i}>
${e.map(e=>I`<li key=${e.user_id} class="card">
<p>
${l("{handle} knocked {day}",{handle:I`<b>${e.handle}</b>`,day:I`<span class="soft">${Ye(e.knocked_on,o.now())}</span>`})}
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
<${Ut}
words=${s("Say no to {handle}",{handle:e.handle})}
sure=${s("Yes, say no to {handle}",{handle:e.handle})}
on_press=${()=>d("user.refuse",e.user_id)}
/>
</div>
</li>`)}
</ul>
`}function vn({person:e,on_changed:t}){let o=Y(),[n,a]=N(null);return n?I`<${_n} ...${n} handle=${e.handle} on_done=${function(){a(null),kt()}} />`:I`
<details>
<summary>${s("Help them back in")}</summary>
<p class="soft small">
${s("For someone who lost their passphrase and their codes. You get a code to hand to them. Every device on which they are signed in is told, and can stop it.")}${" "}
${"moderator"===e.role&&s("They are a member then, until they are named again.")}
</p>
<${Ht} words=${s("Make the code")} ask=${async function({met:n}){let s={user_id:e.user_id,met:"yes"===n},r=await o.step_up.withStepUp(()=>o.ask_http("restore.ask",s));return r.ok&&(a({...r,met:s.met}),await t()),r}}>
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
`}function _n({code:e,from_at:t,until:o,handle:n,met:a,on_done:r}){let i=Y().now(),l=je(o,i),u=t<=i?s("It works now, until {at}.",{at:l}):s("It works from {from}, unless they stop it, until {at}.",{from:je(t,i),at:l});return I`
<${Bt}
title=${s("Shown only now")}
on_done=${r}
more=${I`<${Jt} text=${e} />`}
>
<p>${s("Hand this code to {handle}, in person or by phone.",{handle:n})}</p>
<p><code class="big-code">${e}</code></p>
<p class="soft">
${u}${" "}
${s("They use it under “I have a recovery code”, where one signs in.")}
</p>
${a&&t>i&&I`<p>
${s("It works at once when another of us says so too: under People, I met them too.")}
</p>`}
<//>
`}var Sn=["member","moderator","admin"];function Mn({alone:e,on_changed:t}){let o=Y(),[n,a]=N(null),[r,i]=N(0);return I`
<h2>${s("Find a person")}</h2>
<${Ht} words=${s("Find")} kind="quiet" keeps ask=${async function({handle:e=""}){let n=await o.ask_http("user.find",{handle:e});return!n.ok&&"not_found"===n.error.code&&(n.error.message=s("Nobody here has that name.")),a(n.ok?n.user:null),i(e=>e+1),n.ok&&await t(),n}}>
<label class="field">
<span>${s("Their name here, as they write it")}</span>
<input name="handle" required autocomplete="off" autocapitalize="none" spellcheck=${!1} />
</label>
<//>
${n&&I`<${Cn}
key=${n.user_id}
person=${n}
alone=${e}
searches=${r}
on_changed=${async function(){let e=n&&await o.ask_http("user.find",{handle:n.handle});e?.ok&&a(e.user),await t()}}
/>`}
`}function Cn({person:e,alone:t,searches:o,on_changed:n}){let{me:a}=Q.value,r="admin"===a?.role,i=a?.user_id===e.user_id,l="member"===e.role||r&&"admin"!==e.role,u=!i&&l&&"waiting"!==e.state,c="active"===e.state||"banned"===e.state,d=r&&!i&&("active"===e.state||"member"!==e.role),p={person:e,on_changed:n};return I`
<div class="card person-card">
<h3>${e.handle}</h3>
<p class="soft">${function({role:e,state:t},o){return`${[Dt(e),zt(t),o?s("this is you"):""].filter(Boolean).join("; ")}.`}(e,i)}</p>
${u&&c&&I`<${xn} ...${p} />`}
${u&&c&&I`<${An} person=${e} />`}
${u&&c&&I`<${vn} ...${p} />`}
${d&&I`<${Tn} key=${o} ...${p} alone=${t} />`}
${u&&r&&I`<${Wn} ...${p} />`}
</div>
`}function xn({person:e,on_changed:t}){let o=Y(),{user_id:n}=e;if("banned"===e.state){let{banned_until:a,ban_reason:r}=e,i=null===a?s("Kept out until somebody lifts it."):s("Kept out until {at}.",{at:je(a,o.now())});return I`
<p>${i} ${xe(r??"")}</p>
<${Ut}
words=${s("Let them back in")}
sure=${s("Yes, let them in")}
on_press=${async function(){let a=await o.ask_http("sanction.lift",{user_id:n});o.tellRefusal(a),a.ok&&o.tell(s("{handle} can come back in.",{handle:e.handle})),await t()}}
/>
`}return I`
<details>
<summary>${s("Keep them out for a while")}</summary>
<p class="soft small">
${s("They are told the reason and until when. They can still ask for help.")}
</p>
<${Ht} words=${s("Keep them out")} ask=${async function({reason:a,days:r}){let i=""===r?null:o.now()+864e5*Number(r),l=await o.ask_http("sanction.ban",{user_id:n,reason:a,until:i});return l.ok&&(o.tell(s("Done. {handle} is out on every device.",{handle:e.handle})),await t()),l}}>
<label class="field">
<span>${s("Why")}</span>
<select name="reason" required>
${Me.map(([e,t])=>I`<option value=${e}>${s(t)}</option>`)}
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
`}function An({person:e}){let t=Y();return I`<${Ut}
words=${s("Sign them out everywhere")}
sure=${s("Yes, sign them out")}
on_press=${async function(){let o=await t.ask_http("user.end_sign_ins",{user_id:e.user_id});t.tellRefusal(o),o.ok&&t.tell(s("Signed out everywhere."))}}
/>`}function Tn({person:e,alone:t,on_changed:o}){let[n,a]=N("");return I`
<details>
<summary>${s("Give or take back a role")}</summary>
${n?I`<${qn} words=${n} />`:I`<${In}
person=${e}
alone=${t}
on_done=${e=>(a(function({state:e,role:t}){return s("done"!==e?"Proposed. Another administrator has to agree.":"member"===t?"Done. They sign in anew.":"Done. They sign in anew, and set up an authenticator app before any of it works.")}(e)),o())}
/>`}
</details>
`}function qn({words:e}){let t=E(null);return W(()=>t.current?.focus(),[]),I`<p ref=${t} tabindex="-1" role="status" class="outcome">${e}</p>`}function In({person:e,alone:t,on_done:o}){let n=Y(),[a,r]=N(""),{handle:i}=e,l="member"===a?s("Make {handle} a member again",{handle:i}):a?s("Make {handle} {role}",{handle:i,role:Rt(a)}):s("Give the role");return I`
<p class="soft small">
${s("Moderators see reports and requests for help and can look into every room. Administrators look after the place and read no room.")}${" "}
${s(t?"You decide this alone. Everyone else who looks after the place is told, and can take it back for 72 hours.":"Giving one takes two administrators.")}
</p>
<${Ht}
words=${l}
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
${Sn.filter(t=>t!==e.role).map(e=>I`<option key=${e} value=${e}>${Dt(e)}</option>`)}
</select>
</label>
<//>
`}function Wn({person:e,on_changed:t}){let o=Y(),n="frozen"!==e.state;async function a(){let a={user_id:e.user_id,frozen:n},r=await o.step_up.withStepUp(()=>o.ask_http("user.freeze",a));o.tellRefusal(r),r.ok&&o.tell(s(n?"The account is closed.":"The account is open again.")),await t()}return n?I`<${Ut}
words=${s("Close the account")}
sure=${s("Yes, close it")}
on_press=${a}
>
<p class="soft small">
${s("Nobody signs in to it any more, until it is opened again. What they wrote stays.")}
</p>
<//>`:I`<${Ut}
words=${s("Open the account again")}
sure=${s("Yes, open it")}
on_press=${a}
/>`}function En({proposals:e,on_changed:t}){let o=Y(),{list:n,heading:a,leaves:r}=gt();if(0===e.length)return null;async function i(e,n){let a=await o.step_up.withStepUp(()=>o.ask_http(e,{proposal_id:n}));o.tellRefusal(a),r(),a.ok&&o.tell(s("Done.")),await t()}return I`
<h2 ref=${a} tabindex="-1">${s("To decide, or to know")}</h2>
<ul class="cards" ref=${n}>
${e.map(e=>I`<${Nn} key=${e.proposal_id} proposal=${e} decide=${i} />`)}
</ul>
`}function Nn({proposal:e,decide:t}){let o=Y(),{proposal_id:n,kind:a,user:r,proposer:i,state:c,due_at:d}=e,{me:p}=Q.value,h=i?.user_id===p?.user_id,$=r.user_id===p?.user_id,m="admin"===p?.role,f="waiting"===c&&!$,w=m||"member"===e.role_before,g="role"===a&&"done"===c&&d>o.now()&&!$,y=f&&"role"===a&&m&&!h,k=f&&"restore"===a&&d>o.now()&&!h&&w,b=f&&("restore"===a||m),v=(e,o,a)=>I`<${Ut}
words=${o}
label=${`${o}: ${r.handle}`}
sure=${a}
on_press=${()=>t(e,n)}
/>`;return I`
<li class="card">
<p>${function({kind:e,user:t,role:o,proposer:n,state:a}){let r=n?n.handle:s("Someone who has left"),i=I`<b>${t.handle}</b>`;if("restore"===e)return l("{who} helps {handle} back into their account.",{who:r,handle:i});let u=Rt(o??"member");return l("done"===a||"undone"===a?"{who} made {handle} {role}.":"waiting"===a?"{who} proposes {handle} as {role}.":"{who} proposed {handle} as {role}.",{who:r,handle:i,role:u})}(e)}</p>
<p class="soft small">${function({kind:e,state:t,met:o,due_at:n},a){let r=je(n,a);if("waiting"===t&&"role"===e)return s("Another administrator has to agree, by {at}.",{at:r});if("waiting"===t){let e=o>0?`${u("{count} of us met them.","{count} of us met them.",o)} `:"";return n<=a?`${e}${s("The code works now.")}`:`${e}${s("The code works from {at}, unless they stop it.",{at:r})}`}return"lapsed"===t?s("restore"===e?"The code was not used in time.":"Nobody decided in time."):"refused"===t?s("Stopped."):"stopped"===t?s("They stopped it: it was not them who asked."):"undone"===t?s("It was undone."):"restore"===e?s("They are back."):n>a?s("Done. It can be taken back until {at}.",{at:r}):s("Done.")}(e,o.now())}</p>
<div class="row">
${y&&v("proposal.approve",s("Agree"),s("Yes, I agree"))}
${k&&v("restore.confirm",s("I met them too"),s("Yes, I met them"))}
${b&&v("proposal.refuse",s("Stop it"),s("Yes, stop it"))}
${g&&v("proposal.undo",s("Take it back"),s("Yes, take it back"))}
</div>
</li>
`}var Ln=[["open",r("Open: anyone may come in by themselves")],["invite",r("By invitation: whoever was given a link")],["closed",r("Closed: nobody new comes in for now")]];function jn({room:e,on_change:t,on_close:o}){let{name:n}=e,a=yt(e.closed);return I`
<li class="card" ref=${a}>
<h2 class="card-title">
${n}${e.closed&&I` <span class="tag">${s("closed")}</span>`}
</h2>
<p class="soft small">${s(Ae[e.access]??"")}</p>
<div class="row">
<button
type="button"
class="quiet"
aria-label=${s("Settings: {name}",{name:n})}
onClick=${t}
>
${s("Settings")}
</button>
${e.closed?I`<${Ut}
key="open"
words=${s("Open it again")}
label=${s("Open it again: {name}",{name:n})}
sure=${s("Yes, open it")}
on_press=${()=>o(!1)}
/>`:I`<${Ut}
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
`}var Yn=[{name:"people",icon:"people",title:r("People"),about:r("Who waits, what to decide, find someone"),part:function({overview:e,on_changed:t}){return I`
<${bn} waiting=${e.waiting} on_changed=${t} />
<${En} proposals=${e.proposals} on_changed=${t} />
<${Mn} alone=${e.alone} on_changed=${t} />
<h2>${s("Who looks after this place")}</h2>
<ul class="people">
${e.staff.map(e=>I`<li key=${e.user.user_id} class="person">
<div class="person-row">
<span class="who">${e.user.handle}</span>
<span class="tag">${function(e){return s("admin"===e?"administrator":"moderator"===e?"moderator":"member")}(e.role)}</span>
${zt(e.state)&&I`<span class="tag">${zt(e.state)}</span>`}
${!e.proven&&I`<span class="tag">${s("not set up yet")}</span>`}
</div>
</li>`)}
</ul>
`}},{name:"invites",icon:"letter",title:r("Invitations"),about:r("A link or a flyer, to hand on"),part:eo}],On=[{title:"",sections:[...Yn,{name:"record",icon:"clock",title:r("What I did"),part:nn}]}],Rn=[{title:r("Who is here"),sections:Yn},{title:r("The place"),sections:[{name:"rooms",icon:"room",title:r("Rooms"),about:r("Open, change and close them"),part:function(){let e=Y(),[t,o]=N(null),[n,a]=N(!1),{items:r,cursor:i,problem:l,known:u,load:c}=Ge(t=>e.ask_http("room.list",{cursor:t}),e=>e.rooms,[t,n]);return I`
<p>
<button type="button" class="main" onClick=${()=>a(!0)}>
${s("Open a new room")}
</button>
</p>
${l&&I`<p class="problem" role="alert">${l}</p>`}
${u&&0===r.length&&I`<p class="soft">${s("There are no rooms yet.")}</p>`}
<ul class="cards">
${r.map(({room:t})=>I`<${jn}
key=${t.room_id}
room=${t}
on_change=${()=>o(t)}
on_close=${o=>{!async function({room_id:t,name:o},n){let a=await e.ask_http("room.update",{room_id:t,closed:n});e.tellRefusal(a),a.ok&&e.tell(s(n?"{name} is closed.":"{name} is open again.",{name:o})),await c(null)}(t,o)}}
/>`)}
</ul>
<${Be} cursor=${i} words=${s("More rooms")} load=${c} />
${t&&I`<${Wt} room=${t} on_close=${()=>o(null)} />`}
${n&&I`<${Wt} room=${null} on_close=${()=>a(!1)} />`}
`}},{name:"door",icon:"door",title:r("New people"),about:r("Who may come in by themselves"),part:function({overview:e,on_changed:t}){let o=Y(),{site:n,instead:a}=rn();if(!n)return a;let r="open"===n.chosen&&!e.helplines_confirmed;return I`
<p class="lead">${function(e){return s("open"===e?"Anyone can come in by themselves.":"invite"===e?"New people come in by invitation.":"Nobody new comes in for now.")}(e.registration)}</p>
${r&&I`<p class="card">
${s("You chose an open door. It opens as soon as somebody has called the help lines that your people may need; until then people come in by invitation.")}${" "}
<a href="/app/care/help-lines">${s("Help lines")}</a>
</p>`}
<${Ht} words=${s("Save")} keeps ask=${async function({registration:e}){let n={registration:e},a=await o.step_up.withStepUp(()=>o.ask_http("site.set_registration",n));return a.ok&&await t(),a}} done=${()=>s("Saved.")}>
<fieldset>
<legend>${s("Who may make an account")}</legend>
${Ln.map(([e,t])=>I`<label key=${e} class="check">
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
`}},{name:"face",icon:"sun",title:r("Name and colours"),about:r("What people see first"),part:function(){let{site:e,instead:t}=rn();return e?I`<${cn} site=${e} />`:t}},{name:"guidelines",icon:"book",title:r("Guidelines"),about:r("How we are with each other, in all rooms"),part:function(){let{site:e,instead:t}=rn();return e?I`<${mn} site=${e} />`:t}},{name:"help-lines",icon:"help",title:r("Help lines"),about:r("Whose numbers come first, and our own"),part:function({overview:e,on_changed:t}){let{site:o,instead:n}=rn();return o?I`
<h2>${s("Whose lines come first")}</h2>
<${gn} site=${o} on_changed=${t} />
<h2>${s("Call these")}</h2>
<${yn}
key=${JSON.stringify(o.own_lines)}
country=${o.help_country}
confirmed=${e.helplines_confirmed}
on_changed=${t}
/>
`:n}},{name:"record",icon:"clock",title:r("What was done"),about:r("By staff"),part:nn}]}];function Dn(){let{account:e,me:t}=Q.value,o=$(Q.value);return Xo(s("Looking after this place")),o&&e.proven?I`<${Un} />`:t?I`<${zn}>
${o?I`<${Pn} has=${e.second_factor} />`:I`<p>${s("This page is for those who look after the place.")}</p>`}
<//>`:I`<${zn}>${Hn()}<//>`}function zn({children:e}){return I`
<section class="page narrow" data-region>
<a class="back" href="/app">${s("All rooms")}</a>
<h1>${s("Looking after this place")}</h1>
${e}
</section>
`}function Hn(){return I`<${Qo} />`}function Pn({has:e}){return e?I`
<p>
${s("You came in here without the six digits from your app. Show them once, and this works.")}
</p>
<p><a class="button main" href="/step-up?to=/app/care">${s("Show them")}</a></p>
`:I`
<p>
${s("You look after this place. What you may do works once your account is kept by more than a passphrase: an app on your phone that shows six digits.")}
</p>
<p><a class="button main" href="/second-factor">${s("Set it up")}</a></p>
`}function Un(){let{overview:e,problem:t,load:o}=function(){let e=Y(),[t,o]=N(null),[n,a]=N(""),s="up"===Z.value,{staff_new:r,site:i}=Q.value;async function l(){let t=await e.ask_http("staff.overview",{});if(!t.ok)return a(_(t.error,e.now()));a(""),o(t),Q.peek().staff_new&&te(e=>({...e,staff_new:0}))}let u=r>0,c=E(null);return W(()=>{!s||c.current===i&&!u||(c.current=i,l())},[s,u,i]),{overview:t,problem:n,load:l}}(),n=t&&I`<p class="problem pad" role="alert">${t}</p>`;if(!e)return I`<${zn}>${n||Hn()}<//>`;let a=e.proposals.filter(e=>"waiting"===e.state).length;return I`
${n}
${e.unseen_reports>0&&I`<p class="problem pad">
${s("A report waits that no moderator can see. Name a moderator.")}
</p>`}
<${Zo}
title=${s("Looking after this place")}
lead=""
base=${"/app/care"}
groups=${"admin"===Q.value.me?.role?Rn:On}
news=${{people:e.waiting.length+a}}
common=${{overview:e,on_changed:o}}
/>
`}import{aC as Kn}from"./main-2ef978e68e.js";function Fn(){let e=Y(),[t,o]=N(null),[n,a]=N(""),r="up"===Z.value;async function i(){let t=await e.ask_http("site.guidelines",{});if(!t.ok)return a(_(t.error,e.now()));a(""),o(t)}return Xo(s("How we are with each other")),W(()=>{r&&i()},[r]),I`
<section class="page narrow" data-region>
<h1>${s("How we are with each other")}</h1>
<p class="lead">${s("This has changed since you were last here. Please read it, then go on.")}</p>
${n&&I`<p class="problem" role="alert">${n}</p>`}
${t?I`<${hn} text=${t.text} />
<p class="row">
<button type="button" class="main" onClick=${()=>{!async function(){let{version:o}=t,n=await e.ask_http("site.accept_guidelines",{version:o});if(n.ok)return te(e=>Kn(e,o));await i(),a(_(n.error,e.now()))}()}}>
${s("I have read this. Go on")}
</button>
<button type="button" class="quiet" onClick=${()=>{e.sign_out()}}>
${s("Sign out")}
</button>
</p>`:I`<p class="soft" role="status">${s("One moment …")}</p>`}
</section>
`}import{aD as Vn}from"./main-2ef978e68e.js";function Bn({unreached:e=!1}){return Xo(s("Help now")),I`
<section class="page" data-region>
${!e&&I`<a class="back" href="/app">${s("All rooms")}</a>`}
<h1>${s("Help now")}</h1>
${e&&I`<p class="lead">
${s("Your rooms can’t be reached just now. They open by themselves when that changes.")}
</p>`}
<${Vn} />
</section>
`}var Gn={open:r("open"),request:r("on request"),invite:r("by invitation")};function Jn(){let e=Y(),t=Q.value,[o,n]=N(null),[a,r]=N(!1),[i,l]=N(null),u=Object.keys(t.rooms).join(" "),c=a||i?1:0,d="up"===Z.value,{items:p,cursor:h,problem:$,known:m,load:f}=Ge(t=>e.ask("room.list",{cursor:t}),e=>e.rooms,[u,c]),w=$||(m?"":s("One moment …"));Xo(s("Rooms"));let g="admin"===t.me?.role,y="up"!==Z.value&&"starting"!==Z.value&&0===p.length,k=y?s("The rooms can't be shown until you are back."):w,b=p.filter(({room:e})=>!t.rooms[e.room_id]),_=!k&&0===b.length,S=!y&&!$&&!m,M=g&&_&&null===h;return I`
<section class="page lobby" data-region>
<div class="lobby-head">
<div>
<h1>${s("Rooms")}</h1>
<p class="lead">
${t.me&&I`${s("Good to see you, {handle}.",t.me)}${" "}`}
${s(g?"You look after rooms here; administrators don't enter them.":"Just reading is fine.")}
</p>
</div>
<${G} name="circle" />
</div>
${!g&&I`<${Xn} />`}
${!g&&I`<div class="lobby-mine">
<h2 class="phone-only">${s("Your rooms")}</h2>
<${Qn} />
<div class="phone-only"><${jt} /></div>
</div>`}
<section>
<h2>${function(e,t){return s(e?"All rooms":t?"Other rooms":"Rooms to come into")}(g,""!==u)}</h2>
${k&&(S?I`<${Qo} count=${2} words=${k} />`:I`<p class="soft" role="status">${k}</p>`)}
${_&&I`<${J} picture="house" words=${function(e,t){return s(e?"There are no rooms yet.":t?"There are no others just now.":"There are no rooms yet. Please look in again.")}(M,""!==u)} />`}
<ul class="cards">
${b.map(e=>I`<${Zn}
key=${e.room.room_id}
listed=${e}
on_open=${n}
on_change=${l}
/>`)}
</ul>
<${Be} cursor=${h} words=${s("More rooms")} load=${f} />
</section>
${d&&v(t)&&I`<p>
<button type="button" class=${M?"main":"quiet"} onClick=${()=>r(!0)}>
${s(M?"Open the first room":"Open a new room")}
</button>
</p>`}
${d&&!g&&I`<${ta} />`}
${o&&I`<${Oe} title=${o.room.name} on_close=${()=>n(null)}>
<${Ct} listed=${o} on_done=${()=>n(null)} />
<//>`}
${i&&I`<${Wt} room=${i} on_close=${()=>l(null)} />`}
${a&&I`<${Wt} room=${null} on_close=${()=>r(!1)} />`}
</section>
`}function Qn(){let e=Y(),t=E(null),[o,n]=N(!1),a=f(Q.value)>0;return W(()=>{a&&n(!1)},[a]),I`
<p role="status" class="soft all-read" tabindex="-1" ref=${t}>
${o&&s("Everything is read.")}
</p>
${a&&I`<button type="button" class="plain all-read" onClick=${()=>{!async function(){(await e.act.markAllRead()).ok&&(n(!0),t.current?.focus())}()}}>
<${He} name="check" />${s("Mark all as read")}
</button>`}
`}function Xn(){let e=k(Q.value).filter(({membership:e})=>"invited"===e.standing);return 0===e.length?null:I`
<section>
<h2>${s("You are invited")}</h2>
<ul class="cards">
${e.map(({room:e})=>I`<li key=${e.room_id} class="card">
<h3>${e.name}</h3>
${e.about&&I`<p>${e.about}</p>`}
<div class="row">
<a
class="button main door-link"
href=${We(e.room_id)}
aria-label=${s("Come in: {room}",{room:e.name})}
>
${s("Come in")}
</a>
</div>
</li>`)}
</ul>
</section>
`}function Zn({listed:e,on_open:t,on_change:o}){let{room:n}=e,a="admin"===Q.value.me?.role;return I`
<li class="card door-card">
<${ht} room_id=${n.room_id} />
<h3>${n.name} <span class="tag">${s(Gn[n.access]??"")}</span></h3>
${n.about&&I`<p>${n.about}</p>`}
<div class="row">
${a?b(Q.value)&&I`<button
type="button"
class="quiet"
aria-label=${s("Settings: {room}",{room:n.name})}
onClick=${()=>o(n)}
>
${s("Settings")}
</button>`:I`<button
type="button"
class="quiet door-link"
aria-label=${s("Look in: {room}",{room:n.name})}
onClick=${()=>t(e)}
>
${s("Look in")}
</button>`}
${h(Q.value)&&I`<a
class="button quiet door-link"
href=${We(n.room_id)}
aria-label=${s("Go in as moderator: {room}",{room:n.name})}
>
${s("Go in as moderator")}
</a>`}
</div>
</li>
`}function ea({room:e}){return s(e?"Done.":"You are here already. It is still good for someone else.")}function ta(){let e=Y(),t=e.invitation.value;return I`
<details open=${""!==t}>
<summary>${s("I was given a code")}</summary>
<${Ht} words=${s("Use it")} kind="quiet" ask=${async function({code:t=""}){let o=await e.ask_http("invite.use",{code:t});return o.ok&&(e.invitation.value="",await e.session.sync(),o.room&&e.router.go(We(o.room.room_id))),o}} done=${ea}>
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
`}function oa(){return Xo(s("Reports and requests")),I`
<section class="page narrow" data-region>
<a class="back" href="/app">${s("All rooms")}</a>
<h1>${s("Reports and requests")}</h1>
<${aa} />
<${sa} />
</section>
`}function na(e){let t=_e.find(([t])=>t===e)?.[1];return t?s(t):e}function aa(){let e=Y(),t=Q.value.help_new>0,{items:o,cursor:n,problem:a,known:r,load:i}=Ge(t=>e.ask("help.list",{cursor:t}),e=>e.requests,[t]);return W(()=>{r&&e.news.helpSeen(o)},[o]),I`
<h2>${s("People who want to talk")}</h2>
<p class="soft small">
${s("Nobody has answered them from here: this page only tells you. Look for them in a room.")}
</p>
<${ra} problem=${a} known=${r} />
${r&&0===o.length&&I`<p class="soft">${s("Nobody is waiting.")}</p>`}
<ul class="cards">
${o.map(e=>I`<${ia} key=${e.help_id} ...${e} />`)}
</ul>
<${Be} cursor=${n} words=${s("Older ones")} load=${i} />
`}function sa(){let e=Y(),t=Q.value.reports_new>0,{items:o,cursor:n,problem:a,known:r,load:i}=Ge(t=>e.ask("report.list",{cursor:t}),e=>e.reports,[t]),l=o.filter(e=>null===e.closed_at),u=o.filter(e=>null!==e.closed_at),{list:c,heading:d,leaves:p}=gt();async function h(t){let o=await e.ask("report.close",{report_id:t});e.tellRefusal(o),o.ok&&e.tell(s("Seen to.")),p(),await i(null)}return W(()=>{r&&e.news.reportsSeen(l)},[o]),I`
<h2 ref=${d} tabindex="-1">${s("Reported messages")}</h2>
<${ra} problem=${a} known=${r} />
${r&&0===o.length&&I`<p class="soft">${s("Nothing has been reported.")}</p>`}
<ul class="cards" ref=${c}>
${l.map(e=>I`<${la} key=${e.report_id} report=${e} close=${h} />`)}
</ul>
<ul class="cards">
${u.map(e=>I`<${ua} key=${e.report_id} report=${e} />`)}
</ul>
<${Be} cursor=${n} words=${s("Older ones")} load=${i} />
`}function ra({problem:e,known:t}){return e?I`<p class="problem" role="alert">${e}</p>`:t?null:I`<p class="soft" role="status">${s("One moment …")}</p>`}function ia({asked_at:e,person:t,words:o}){return I`
<li class="card">
<p><b>${t.handle}</b> <${da} at=${e} /></p>
<p class="words" dir="auto">${o||s("No words were added.")}</p>
</li>
`}function la({report:e,close:t}){let o=na(e.reason),n=e.author.handle;return I`<li class="card">
<${ca} ...${e} />
<button
type="button"
class="quiet"
aria-label=${s("Seen to: {why}. Written by {handle}",{why:o,handle:n})}
onClick=${()=>{t(e.report_id)}}
>
${s("Seen to")}
</button>
</li>`}function ua({report:e}){return I`<li class="card">
<details>
<summary>${s("Seen to: {why}",{why:na(e.reason)})}</summary>
<${ca} ...${e} />
</details>
</li>`}function ca(e){let{reason:t,reported_at:o,room_id:n,room_name:a,posted_at:r,author:i,reporter:u}=e,{warning:c,body:d,note:p}=e;return I`
<p><b>${na(t)}</b> <${da} at=${o} /></p>
${c&&I`<p class="soft">${s("Content warning: {warning}",{warning:c})}</p>`}
<blockquote class="words" dir="auto">${d}</blockquote>
<p class="soft">
${l("Written by {author} ({when}) in {room}; reported by {reporter}.",{author:i.handle,when:I`<${da} at=${r} />`,room:I`<a href=${We(n)}>${a}</a>`,reporter:u.handle})}
</p>
${p&&I`<p dir="auto">${p}</p>`}
`}function da({at:e}){let t=Y();return I`<span class="soft">${Le(e,t.now())}, ${Ne(e)}</span>`}function pa(){let e=Y(),{items:t,cursor:o,problem:n,known:a,load:r}=Ge(t=>e.ask("message.saved",{cursor:t}),e=>e.messages);Xo(s("Saved messages"));let i=!("up"===Z.value)&&"starting"!==Z.value&&0===t.length,l=n||(a?"":s("One moment …")),u=i?s("What you saved can't be shown until you are back."):l;return I`
<section class="page saved" data-region>
<h1>${s("Saved messages")}</h1>
<p class="lead">
${s("Only you see what is here. When a message is taken back, or you leave its room, it goes from here as well.")}
</p>
${i||n||a?I`<p class="soft" role="status">${u}</p>`:I`<${Qo} count=${3} words=${u} />`}
${!u&&0===t.length&&I`<${J}
picture="lantern"
words=${s("Nothing here yet. Words that did you good can be kept: choose “Save it for myself” in a message's menu.")}
/>`}
<ul class="found">
${t.map(e=>I`<${ha} key=${e.message_id} message=${e} />`)}
</ul>
<${Be} cursor=${o} words=${s("Show more")} load=${r} />
</section>
`}function ha({message:e}){let t=Y(),[o,n]=N(!0);return I`
<${wt} message=${e} room=${Q.value.rooms[e.room_id]?.room.name}>
<button type="button" class="plain" onClick=${()=>{!async function(){(await t.act.save(e.message_id,!o,{quietly:!0})).ok&&n(!o)}()}}>
${s(o?"Keep it no longer":"Keep it after all")}
</button>
<//>
`}function $a(){return Xo(s("Search")),I`
<section class="page" data-region>
<a class="back" href="/app">${s("All rooms")}</a>
<h1>${s("Search")}</h1>
<${yo} />
</section>
`}var ma="chat.appearance",fa=Object.freeze([100,125,150,200]);function wa(e){let{theme:t,text:o,compact:n}=e??{};return{theme:"light"===t||"dark"===t?t:"system",text:fa.includes(o)?o:100,compact:!0===n}}function ga({title:e,name:t,chosen:o,among:n,on_choose:a}){return I`
<fieldset>
<legend>${e}</legend>
<div class="choices">
${n.map(([e,n,s])=>I`<label key=${e} class="choice">
<input
type="radio"
name=${`appearance-${t}`}
checked=${e===o}
onChange=${()=>a(e)}
/>
${s&&I`<${He} name=${s} />`}
<span>${n}</span>
</label>`)}
</div>
</fieldset>
`}import{aG as ya,aH as ka}from"./main-2ef978e68e.js";var ba="chat.discreet";function va(){let{device:e}=Y(),[t,o]=N(()=>!0===e.get(ba)),n=document.documentElement.dataset.neutral??"";return W(()=>{let t=()=>o(!0===e.get(ba));return addEventListener("storage",t),()=>removeEventListener("storage",t)},[]),I`
<section>
<label class="check">
<input
type="checkbox"
checked=${t}
onChange=${t=>function(t){o(t),t?e.set(ba,!0):e.remove(ba),dispatchEvent(new Event("appearance"))}(t.target.checked)}
/>
<span>${s("Call this place “{name}” on this device",{name:n})}</span>
</label>
<p class="soft">
${s("Its name, its sign and the titles of its pages then say nothing: in the tab, in the list of windows and on the home screen. The address stays what it is, and so does what the pages say. Only this browser knows of it.")}
</p>
</section>
`}function _a(){return I`
<section>
<h2>${s("On your home screen")}</h2>
<p>
${s("It then opens like an app, and help now is there without a network. If it is to have the plain name, choose that first. An icon that is there already keeps its name: remove it, and put it there anew.")}
</p>
${ya()?I`<button type="button" class="quiet" onClick=${()=>{ka()}}>
${s("Put it on my home screen")}
</button>`:I`<p class="soft">
${s("In your browser’s menu, look for “Add to home screen” or “Install”.")}
</p>`}
</section>
`}function Sa(){let e=I`<a href="/exit">${s("what it does, and what it can’t")}</a>`;return I`
<section>
<h2>${s("Quick exit")}</h2>
<p>
${l("The button at the top of every page, or the Shift key three times. Read {link}.",{link:e})}
</p>
</section>
`}function Ma(){let e=Y();return I`
<${Ut}
words=${s("Do without it")}
sure=${s("Yes, do without it")}
on_press=${()=>{!async function(){let t=await e.step_up.withStepUp(()=>e.api("DELETE","/api/second-factor"));if(!t.ok)return e.tellRefusal(t);te(e=>({...e,account:{...e.account,second_factor:!1}})),e.tell(s("Your passphrase alone opens your account now.")),kt()}()}}
>
<p>${s("Then your name and passphrase alone open your account.")}</p>
<//>
`}function Ca({sign_in:e,on_end:t}){let o=Y(),{current:n,started_on:a}=e,r=function(e){return s("phone"===e?"A phone":"computer"===e?"A computer":"program"===e?"A program":"A device")}(e.device),i=s("Since {day}",{day:Ye(a,o.now())});return I`
<li class="card">
<p><b>${r}</b>${n&&I` <span class="tag">${s("this one")}</span>`}</p>
<p class="soft small">${i}</p>
${!n&&I`<button
type="button"
class="quiet"
aria-label=${s("Sign out there: {device}. {since}",{device:r,since:i})}
onClick=${t}
>
${s("Sign out there")}
</button>`}
</li>
`}function xa({name:e,legend:t,options:o}){let n=Y();return I`
<fieldset>
<legend>${t}</legend>
${o.map(([t,o])=>I`<label key=${t} class="check">
<input
type="radio"
name=${e}
checked=${X.value[e]===t}
onChange=${()=>n.writing.choose({[e]:t})}
/>
<span>${o}</span>
</label>`)}
</fieldset>
`}var Aa=[{title:r("Me, here"),sections:[{name:"name",icon:"person",title:r("My name here"),part:function(){let e=Y(),{me:t}=Q.value;return I`
<p>${s("You are {handle} here.",{handle:t?.handle??""})}</p>
<${Ht}
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
`}},{name:"seen",icon:"eye",title:r("Who may see that I am here"),about:r("Shown or only counted; just reading"),part:function(){let e=Y(),{me:t}=Q.value,[o,n]=N(""),a=!0===t?.visible,r=!0===t?.reading,i=E({});async function l(t){let o={visible:a,reading:r,...i.current,...t};i.current=o;let l=await e.act.showMe(o.visible,o.reading);i.current===o&&(i.current={}),n(l.ok?s("Kept."):"")}return I`
<fieldset>
<legend class="unseen">${s("Who may see that I am here")}</legend>
<label class="check">
<input
type="radio"
name="seen"
checked=${!a}
onChange=${()=>l({visible:!1})}
/>
<span>${s("Only count me. Nobody sees my name until I write.")}</span>
</label>
<label class="check">
<input type="radio" name="seen" checked=${a} onChange=${()=>l({visible:!0})} />
<span>${s("Show my name to the people in my rooms while I am there.")}</span>
</label>
</fieldset>
<label class="check">
<input
type="checkbox"
checked=${r}
onChange=${e=>l({reading:e.target.checked})}
/>
<span>${s("I'm just reading. That is fine; nobody waits for me to write.")}</span>
</label>
<p class="soft small" role="status">${o}</p>
`}},{name:"blocked",icon:"block",title:r("People I have blocked"),part:function(){let e=Y(),{items:t,cursor:o,problem:n,known:a,load:r}=Ge(t=>e.ask_http("user.blocks",{cursor:t}),e=>e.people,[Q.value.blocks]),{list:i,leaves:l}=gt(),u=a&&0===t.length;return I`
${n&&I`<p class="problem" role="alert">${n}</p>`}
${u&&I`<${J}
picture="mug"
words=${s("Nobody. You can block someone from a message of theirs.")}
/>`}
<ul class="people" ref=${i}>
${t.map(t=>{let o=t.handle||s("Someone");return I`<li key=${t.user_id} class="person">
<div class="person-row">
<span class="who">${o}</span>
<button
type="button"
class="quiet"
aria-label=${s("Unblock {handle}",{handle:t.handle||s("someone")})}
onClick=${()=>async function(t,o){l(),(await e.act.block(t,!1)).ok&&(e.tell(s("{handle} is no longer blocked.",{handle:o})),await r(null))}(t.user_id,o)}
>
${s("Unblock")}
</button>
</div>
</li>`})}
</ul>
<${Be} cursor=${o} load=${r} />
`}}]},{title:r("On this device"),sections:[{name:"appearance",icon:"sun",title:r("Appearance"),about:r("Light or dark, how large, how close"),part:function(){let{device:e}=Y(),[t,o]=N(()=>wa(e.get(ma)));function n(n){let a={...t,...n};o(a),e.set(ma,a),dispatchEvent(new Event("appearance"))}return W(()=>{let t=()=>o(wa(e.get(ma)));return addEventListener("storage",t),()=>removeEventListener("storage",t)},[]),I`
<div class="stack appearance">
<${ga}
title=${s("Light or dark")}
name="theme"
chosen=${t.theme}
among=${[["system",s("As this device has it"),"device"],["light",s("Light"),"sun"],["dark",s("Dark"),"moon"]]}
on_choose=${e=>n({theme:e})}
/>
<${ga}
title=${s("Size of the letters")}
name="text"
chosen=${t.text}
among=${fa.map(e=>[e,s("{percent} %",{percent:d(e)})])}
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
`}},{name:"writing",icon:"edit",title:r("Writing and being told"),about:r("Enter, typing, single keys, what is read aloud"),part:function(){let e=Y(),t=X.value;return I`
<div class="stack">
<p class="soft">${s("On this device only.")}</p>
<${xa}
name="enter_sends"
legend=${s("The Enter key")}
options=${[["auto",s("Sends where there is a keyboard; on a phone it begins a new line")],["always",s("Always sends")],["never",s("Always begins a new line")]]}
/>
<${xa}
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
<button type="button" class="quiet" onClick=${()=>ge("shortcuts")}>
${s("Show all keys")}
</button>
</div>
</div>
`}},{name:"reading",icon:"hide",title:r("What I would rather not see"),about:r("Topics that are folded for me"),part:function(){let{hidden:e}=Y(),t=e.topics.value;return I`
<fieldset>
<legend>${s("What would you rather not come upon?")}</legend>
<p class="soft small">
${s("Messages that their authors marked so are folded for you; you can still open each. This is kept on this device only, until you sign out: nobody else learns of it.")}
</p>
${Ho.map(o=>I`<label key=${o} class="check">
<input
type="checkbox"
name=${o}
checked=${t.includes(o)}
onChange=${t=>e.set(o,t.target.checked)}
/>
<span>${Ko(o)}</span>
</label>`)}
</fieldset>
`}},{name:"discreet",icon:"shield",title:r("What others may find here"),about:r("A neutral name, the home screen, the quick exit"),part:function(){return I`
<div class="stack discreet">
<${va} />
<${_a} />
<${Sa} />
</div>
`}}]},{title:r("My ways in"),sections:[{name:"sign-ins",icon:"device",title:r("Where I am signed in"),about:r("Sign out a phone or computer"),part:function(){let e=Y(),[t,o]=N([]),[n,a]=N(""),{list:r,leaves:i}=gt(),u="up"===Z.value;async function c(){let t=await e.ask_http("sign_in.list",{});if(!t.ok)return a(_(t.error,e.now()));a(""),o(t.sign_ins)}return W(()=>{u&&c()},[u]),I`
${n&&I`<p class="problem" role="alert">${n}</p>`}
<ul class="cards" ref=${r}>
${t.map(t=>I`<${Ca}
key=${t.sign_in_id}
sign_in=${t}
on_end=${()=>async function(t){let o=await e.ask_http("sign_in.end",{sign_in_id:t});if(!o.ok)return e.tellRefusal(o);i(),e.tell(s("Signed out there.")),await c()}(t.sign_in_id)}
/>`)}
</ul>
<p class="soft small">
${l("Something you don't know? Sign it out, and choose {link}.",{link:I`<a href="/app/settings/passphrase">${s("a new passphrase")}</a>`})}
</p>
`}},{name:"passphrase",icon:"key",title:r("A new passphrase"),part:function(){let e=Y();return I`
<p>
${s("A few unrelated words make a good one. Everywhere else you are signed out by it.")}
</p>
<${Ht}
words=${s("Save")}
ask=${async function({passphrase:t,new_passphrase:o,code:n}){let a=(n??"").replaceAll(/\s/g,""),s={passphrase:t,new_passphrase:o,...a?{code:a}:{}},r=await e.api("POST","/api/passphrase",s);return r.ok&&await e.renewed(),r}}
done=${()=>s("Saved. Everywhere else you are signed out.")}
>
<label class="field">
<span>${s("Your passphrase now")}</span>
<input name="passphrase" type="password" required autocomplete="current-password" />
</label>
<${Eo} />
<label class="field">
<span>${s("A new passphrase")}</span>
<input name="new_passphrase" type="password" required autocomplete="new-password" />
</label>
<//>
`}},{name:"codes",icon:"lock",title:r("Recovery codes"),about:r("For when the passphrase is lost"),part:function(){let e=Y(),[t,o]=N([]);if(t.length>0){let e=I`<${Jt} text=${t.join("\n")} words=${s("Copy them")} /> <${Qt} />`;return I`
<${Bt}
title=${s("Your new codes, shown only now")}
on_paper
on_done=${function(){o([]),kt()}}
more=${e}
>
<p>${s("Write them down, and keep them where only you look. Each works once.")}</p>
<${Gt} codes=${t} />
<//>
`}return I`
<p>${s("One of them opens your account when the passphrase or the phone is lost.")}</p>
<${Ut}
words=${s("Make new codes")}
sure=${s("Yes, make new ones")}
on_press=${()=>{!async function(){let t=await e.step_up.withStepUp(()=>e.api("POST","/api/recovery-codes",{}));if(!t.ok)return e.tellRefusal(t);o(t.recovery_codes)}()}}
>
<p>${s("The codes you have now stop working.")}</p>
<//>
`}},{name:"second-factor",icon:"phone",title:r("Authenticator app"),about:r("Six digits beside the passphrase"),part:function(){let{account:e}=Q.value,t=$(Q.value);return e.second_factor?I`
<p>
${s("Signing in asks for six digits from your app.")}${" "}
${t&&s("Whoever looks after the place needs it.")}
</p>
<p><a class="button quiet" href="/second-factor">${s("Use another app or phone")}</a></p>
${!t&&I`<${Ma} />`}
`:I`
<p>
${s(t?"You look after this place: what you may do works once this is set up.":"With it, your passphrase alone opens nothing. Nobody needs it to be here.")}
</p>
<p><a class="button quiet" href="/second-factor">${s("Set it up")}</a></p>
`}}]},{title:r("My data"),sections:[{name:"data",icon:"take",title:r("Take my data with me"),about:r("Everything that is kept of me"),part:vo},{name:"leaving",icon:"leave",title:r("Leaving"),part:_o}]}];function Ta(){let{me:e}=Q.value;return e?I`<${Zo}
title=${s("Settings")}
lead=${s("You are {handle} here.",{handle:e.handle})}
base=${"/app/settings"}
groups=${Aa}
/>`:I`<p class="soft pad" role="status">${s("One moment …")}</p>`}var qa=$e(async()=>(await(import("./later-2ef978e68e.js"))).SettingsData),Ia=$e(async()=>(await(import("./later-2ef978e68e.js"))).SettingsLeaving);function Wa(){let{account:e}=Q.value,t="waiting"===e.state;return I`
<section class="page narrow" data-region>
${t?I`<${La} />`:"banned"===e.state?I`<${ja} />`:I`<${Ya} />`}
<h2>${s("If you need someone now")}</h2>
<${Vn} />
<h2>${s("My data")}</h2>
<${qa} />
${t&&I`<h2>${s("Leaving")}</h2>
<${Ia} />`}
</section>
`}function Ea(){return Xo(s("Signed out")),I`
<section class="page narrow" data-region>
<h1>${s("Signed out")}</h1>
<p class="soft">${s("Nothing of yours is shown here any more.")}</p>
<p><a href="/help">${s("Help now is there for you all the same.")}</a></p>
</section>
`}function Na(){let e=Y();return I`<button type="button" class="quiet" onClick=${()=>{e.sign_out()}}>
${s("Sign out")}
</button>`}function La(){return Xo(s("Almost in")),I`
<h1>${s("Almost in")}</h1>
<p class="lead">
${s("We have told those who keep this place that you are at the door. When one of them lets you in, this page changes by itself. You can close it and come back.")}
</p>
<p class="row"><${Na} /></p>
`}function ja(){let e=Y(),{ban:t}=Q.value.account;return Xo(s("Not for now")),I`
<h1>${s("You can't take part for now")}</h1>
<p class="lead">
${t?.until?s("Until {at}.",{at:je(t.until,e.now())}):s("Until somebody lets you back in.")}${" "}
${t?xe(t.reason):""}
</p>
<p>${s("A person decided this, not a machine. “I need to talk” still works, below.")}</p>
<p class="row"><${Na} /></p>
`}function Ya(){let e=Y(),{erasing_until:t}=Q.value.account,[o,n]=N("");return Xo(s("Leaving")),I`
<h1>${s("You are leaving")}</h1>
<p class="lead">
${s("Nobody sees you any more, nor what you wrote.")}${" "}
${t&&s("From {at} on it is removed for good; until then you can stay after all.",{at:je(t,e.now())})}
</p>
${o&&I`<p class="problem" role="alert">${o}</p>`}
<p class="row">
<button type="button" class="main" onClick=${async function(){let t=await e.ask_http("account.keep",{});if(!t.ok)return n(_(t.error,e.now()));await e.session.resume()}}>${s("Stay after all")}</button>
<${Na} />
</p>
`}var Oa="/service-worker.js";function Ra({on_newer:e=()=>{}}={}){let t=navigator.serviceWorker,o=null,n=Date.now(),a=!1;if(!t)return{take(){}};let s=!!t.controller;return t.addEventListener("controllerchange",()=>{s&&a?location.reload():s&&e(),s=!0}),document.addEventListener("visibilitychange",()=>{"hidden"===document.visibilityState||Date.now()-n<36e5||(n=Date.now(),o?.update().catch(()=>{}))}),async function(){try{o=await t.register(function(){let{trustedTypes:e}=globalThis;return e?e.createPolicy("service-worker",{createScriptURL:()=>Oa}).createScriptURL(Oa):Oa}(),{scope:"/",updateViaCache:"none"})}catch{return}o&&(o.waiting&&t.controller&&e(),o.addEventListener("updatefound",()=>{let n=o?.installing;n?.addEventListener("statechange",()=>{"installed"===n.state&&t.controller&&e()})}))}(),{take(){a=!0,o?.waiting?o.waiting.postMessage("take-over"):location.reload()}}}export{Ae as ACCESS_WORDS,At as AtMyDoor,Me as BAN_REASONS,Dn as CareView,Eo as CodeField,K as EditBox,J as Empty,se as Ended,Fn as GuidelinesView,Se as HIDE_REASONS,Bn as HelpView,ke as Keys,Jn as Lobby,Xe as MessageActions,$t as Names,re as Newer,qt as NotOpen,mt as OddLinkDialog,Ea as OverView,B as PICTURE_NAMES,G as Picture,bt as PinnedDialog,_e as REPORT_REASONS,oa as Reports,vt as RestoreBanner,St as RoomAside,Wt as RoomForm,lo as RoomGuidelines,uo as RoomInvites,Et as RoomKeys,jt as RoomList,io as RoomMenu,$o as Roster,pa as Saved,yo as Search,go as SearchDialog,$a as SearchView,vo as SettingsData,_o as SettingsLeaving,Ta as SettingsView,Mo as ShellMenu,To as Shortcuts,Wa as StandingView,Io as StepUpDialog,Yo as Switcher,zo as Unsent,Ro as UnsentList,Fo as WarningForm,Bo as WhyMuted,xe as banReasonWords,x as createActions,T as createNews,Jo as createStepUp,qe as hiddenWords,Ra as keepPage,ge as openKeys};