/* With parts by others; their names and licences: /vendor/licences.txt */
import{d as e}from"./main-5f5385228e.js";import{b as t,e as o,f as n,h as a,i as s,z as r,A as i,H as l,ae as u,ag as c,aB as d,aC as p}from"./main-5f5385228e.js";function h(e){let t=Object.entries(e.rooms).map(([e,t])=>[e,{...t,last_read:t.head,unread:0,mentions:0}]);return n({...e,rooms:Object.fromEntries(t)},{new_after:null})}import{a as $,v as m,N as f,O as w,T as g,af as y,al as b}from"./main-5f5385228e.js";import{c as k,K as v,P as _,ah as M}from"./main-5f5385228e.js";function S({ask:a,change:s,tell:r,sync:i,now:l,new_nonce:u,reading:c}){async function d(e,t){let o=await a(e,t);return o.ok||r(function(e){return"offline"===e.code?$("That was not done: you are offline just now."):"no_answer"===e.code?$("No answer came. Please look whether it was done, and try again."):k(e,l())}(o.error)),o}return{async join(e,t){let o=await a("room.join",{room_id:e,guidelines_version:t});return o.ok&&await i(),o},async leave(e){s(o=>t(o,e,{leaving:!0}));let o=await d("room.leave",{room_id:e});return o.ok||s(o=>t(o,e,{leaving:!1})),o.ok&&await i(),o},async createRoom({retention_days:e,...t},o){let n=await a("room.create",{...t,...null===e?{}:{retention_days:e},nonce:o});return n.ok&&await i(),n},updateRoom:(e,{retention_days:t,...o})=>a("room.update",{room_id:e,...o,...null===t?{}:{retention_days:t}}),admit:(e,t)=>d("room.admit",{room_id:e,user_id:t}),refuse:(e,t)=>d("room.refuse",{room_id:e,user_id:t}),remove:(e,t)=>d("room.remove",{room_id:e,user_id:t}),mute:e=>d("room.mute",e),setRelation:e=>d("room.set_relation",e),edit:(e,t,o=null)=>a("message.edit",{message_id:e,body:t,...o&&{...o,topics:[...o.topics]}}),takeBack:e=>d("message.delete",{message_id:e}),hide:e=>d("message.hide",e),async react(e,t,o){let a=await d("message.react",{message_id:e,reaction:t,on:o});return a.ok&&s(a=>function(e,t,o,a){if(!e.timeline)return e;let s=(e.timeline.my_reactions[t]??[]).filter(e=>e!==o),r=a?[...s,o]:s;return n(e,{my_reactions:{...e.timeline.my_reactions,[t]:r}})}(a,e,t,o)),a},async pin(e,t){let o=await d("message.pin",{message_id:e,on:t});return o.ok&&t&&r($("Pinned. It is one tap away for everyone here.")),o},async save(e,t,{quietly:o=!1}={}){let a=await d("message.save",{message_id:e,on:t});return a.ok&&(s(o=>function(e,t,o){return e.timeline?n(e,{my_saved:{...e.timeline.my_saved,[t]:o}}):e}(o,e,t)),t&&!o&&r($("Saved. Only you see it, under Menu, Saved messages."))),a},async markUnread(a,{seq:l}){c.back(a,l-1);let u=await d("read.mark",{room_id:a,seq:l-1,back:!0});return u.ok?(s(s=>function(a,s,r){let i=a.rooms[s],l=o(a,s);if(!i||!l)return a;let u=t(a,s,{last_read:-1});return n(e(u,s,r-1),{new_after:r-1})}(s,a,l)),r($("From here on it is new again.")),await i(),u):(c.release(a),u)},async markAllRead(){let e=await d("read.mark_all",{});return e.ok&&s(h),e},async report(e,t){let o=t?await a("message.report",{...e,nonce:t}):await d("message.report",{...e,nonce:u()});return o.ok&&r($("Thank you. It is kept for the moderators, and only they see that it was you.")),o},async showMe(e,t){let o=await d("presence.set",{visible:e,reading:t});return o.ok&&s(o=>({...o,me:o.me&&{...o.me,visible:e,reading:t}})),o},async block(e,t){let o=await d("user.block",{user_id:e,blocked:t});return o.ok&&t&&r($("Done. You won't see each other, and they are not told.")),o}}}import{g as C}from"./main-5f5385228e.js";function x({ask:e,device:t,state:o,change:n}){let r=()=>`${C(o().me?.user_id??"")}seen`;function i(){return{help:0,reports:0,...t.get(r())}}let l=(e,t)=>e.filter(e=>e>t).length;function u(e){t.set(r(),{...i(),...e})}return{async look(){if(s(o())&&o().account.proven&&await async function(){let t=await e("staff.overview",{});if(!t.ok)return;let o=t.proposals.filter(e=>"waiting"===e.state).length;n(e=>({...e,staff_new:t.waiting.length+o}))}(),!a(o()))return;let t=await e("help.list",{});if(t.ok){let e=l(t.requests.map(A),i().help);n(t=>({...t,help_new:e}))}let r=await e("report.list",{});if(r.ok){let e=r.reports.filter(e=>null===e.closed_at),t=l(e.map(A),i().reports);n(e=>({...e,reports_new:t}))}},async helpSeen(e){u({help:Math.max(i().help,...e.map(A))}),n(e=>({...e,help_new:0}))},async reportsSeen(e){u({reports:Math.max(i().reports,...e.map(A))}),n(e=>({...e,reports_new:0}))}}}function A(e){return"asked_at"in e?e.asked_at:e.reported_at}import{j as T}from"./main-5f5385228e.js";import{k as W,l as q,m as I,Q as E,S as z}from"./main-5f5385228e.js";import{n as N}from"./main-5f5385228e.js";import{o as L,p as Y,q as j}from"./main-5f5385228e.js";import{r as O}from"./main-5f5385228e.js";import{s as R,t as H,u as D}from"./main-5f5385228e.js";function K({timeline:e,message:t,my_id:o,takes_focus:n,on_done:a,on_new:s}){let r=N(),{message_id:i}=t,l=function({warning:e,topics:t}){return{warning:e??"",topics:t??[]}}(t),[u,c]=I(()=>{let n=r.drafts.readChange(o,e.room_id);return n?.message_id===i?n:{message_id:i,body:t.body,...l}}),[d,p]=I(""),[h,m]=I(!1),[f,w]=I(!1),[g,y]=I(!1),b=q(null),{body:v,warning:_,topics:M}=u;function S(t){let n={...u,...t};c(n),w(!1),r.drafts.keepChange(o,e.room_id,n)}let C=O({warning:_,topics:M},S);function x(){r.drafts.keepChange(o,e.room_id,null),a()}async function A(){if(g||!v.trim()||D(v))return;let e=j(v),o=U(l,u);if(e===t.body&&o)return x();b.current=e,y(!0),p("");let n=await r.act.edit(i,e,o?null:{warning:_,topics:M});if(y(!1),n.ok)return x();"edit_window_over"===n.error.code&&m(!0),p(function(e,t){return"offline"===e.code?$("Not changed yet: you are offline just now. Your words are kept here."):"no_answer"===e.code?$("No answer came. Please look whether it changed, and try again."):k(e,t)}(n.error,r.now()))}let E=null!==b.current&&t.body===b.current;return W(()=>{E&&d&&U(l,u)&&x()},[E,d]),T`
<form
class="composer editing"
data-region
onSubmit=${e=>{e.preventDefault(),A()}}
>
<${L}
words=${$("Changing your message")}
cancel=${$("Leave it as it was")}
on_cancel=${x}
/>
${C.strip}
<div class="compose-row">
<${H}
label=${$("Your message")}
value=${v}
focus=${n}
target
names=${{timeline:e,my_id:o}}
on_words=${e=>S({body:e})}
on_send=${()=>{A()}}
on_escape=${function(){f||v===t.body&&U(l,u)?x():w(!0)}}
/>
<${Y} body=${v} busy=${g} words=${$("Save")} />
</div>
<${R} value=${v} />
<p class="soft small" role="status">
${f&&$("Press Escape once more to leave the words as they were.")}
</p>
${d&&T`<p class="problem" role="alert">${d}</p>`}
${h&&T`<button
type="button"
class="quiet"
onClick=${()=>{s(u),x()}}
>
${$("Write it as a new message")}
</button>`}
<div class="compose-foot">
${C.add}
</div>
</form>
${C.form}
`}function U(e,t){return e.warning===t.warning&&String(e.topics)===String(t.topics)}var P=Object.freeze({circle:[["glow faint","M22 92a78 20 0 1 0 156 0a78 20 0 1 0-156 0"],["near","M92 84h16l4 22H88z"],["glow","M93 84V74a7 7 0 0 1 14 0v10z"],["tint-3","M52 74a10 10 0 1 0-.1 0M32 106c0-22 8-30 20-30s20 10 20 30z"],["tint-4","M148 74a10 10 0 1 0-.1 0M128 106c0-22 8-30 20-30s20 10 20 30z"],["tint-0","M76 62a8 8 0 1 0-.1 0M62 90c0-19 5-26 14-26s14 8 14 22c-6 4-20 6-28 4"],["tint-6","M124 62a8 8 0 1 0-.1 0M110 86c0-16 5-22 14-22s14 7 14 26c-8 2-22 0-28-4"]],lantern:[["far","M6 104c46-18 90-12 122-6s46 0 66-2v12H6z"],["deep","M140 104V34q0-13-13-13h-14v-5h15q17 0 17 18v70z"],["glow faint","m100 48-30 58h74l-28-58z"],["deep","M97 30h22l6 8H91z"],["glow","M93 38h30l-4 20H97z"]],mug:[["near","M62 46h62v34a24 24 0 0 1-24 24H86a24 24 0 0 1-24-24zM122 54h10a14 14 0 0 1 0 28h-10v-6h9a8 8 0 0 0 0-16h-9z"],["deep","M62 46a31 7 0 1 0 62 0a31 7 0 1 0-62 0"],["far","M78 34c-8-8 6-12-1-22 12 8-2 14 4 22zM94 34c-8-8 6-12-1-22 12 8-2 14 4 22zM110 34c-8-8 6-12-1-22 12 8-2 14 4 22z"]],boat:[["far","M10 92q15-9 30 0t30 0 30 0 30 0 30 0 30 0v14H10z"],["deep","M46 78h108c-5 15-17 20-32 20H78c-15 0-27-5-32-20"],["near","M96 14v58H62z"],["glow","M104 24l34 48h-34z"]],doorstep:[["far","M4 106c48-7 144-7 192 0v8H4z"],["deep","M108 106V46a28 28 0 0 1 56 0v60z"],["glow","M115 106V47a21 21 0 0 1 42 0v59z"],["near","M115 106V47a21 21 0 0 1 21-21v0l8 12v68z"],["glow faint","M144 106h13l26 8h-47z"],["glow","M138 72a2.5 2.5 0 1 0 .1 0"],["near","M30 82h62v7H30zM37 89h6v17h-6zM79 89h6v17h-6z"],["tint-3","M61 36a10 10 0 1 0 .1 0M43 82c0-19 5-25 18-25s18 6 18 25z"]],gate:[["far","M4 88c44-20 86-14 112-8s52 0 80-6v36H4z"],["deep","M76 70V48l24-20 24 20v22z"],["glow","M93 70V60a7 7 0 0 1 14 0v10z"],["glow faint","M93 70h14l18 40H75z"],["near","M40 110V58h11v52zM149 110V58h11v52z"],["near","M51 78h98v5H51zM51 98h98v5H51zM64 71h5v39h-5zM83 69h5v41h-5zM112 69h5v41h-5zM131 71h5v39h-5z"],["glow faint","M154 20a24 24 0 1 0 .1 0"],["deep","M146 34h17l3 4h-23zM146 55h17v3h-17z"],["glow","M146 38h17l-2 17h-13z"]],road:[["glow faint","M62 80a40 40 0 0 1 80 0z"],["glow","M80 80a22 22 0 0 1 44 0z"],["far","M4 84c34-16 66-12 98-6s60 2 94-6v38H4z"],["near","M78 110c4-14 34-12 26-33h5c14 18-4 20-3 33z"],["tint-4","M66 56a8 8 0 1 0 .1 0M53 104c0-23 3-31 13-31s13 8 13 31z"],["deep","M82 88h15v14H82zM86 84h7v4h-7z"]],box:[["far","M10 102c50-7 130-7 180 0v8H10z"],["glow","M76 24h34l10 10v34H76z"],["deep","M84 38h26v4H84zM84 48h28v4H84z"],["near","M58 58h84l-6 46H64z"],["deep","M54 56h92v10H54zM90 78h20v6H90z"]],house:[["far","M6 104c42-22 84-16 120-8s48 0 68-4v16H6z"],["deep","M66 102V60l34-30 34 30v42zM120 30h9v18h-9z"],["glow","M91 102V84a9 9 0 0 1 18 0v18zM76 66h12v12H76zM112 66h12v12h-12z"]]}),V=Object.keys(P);function F({name:e}){return T`<svg class="picture" viewBox="0 0 200 120" aria-hidden="true" focusable="false">
${P[e].map(([e,t])=>T`<path class=${`paint-${e}`} d=${t} />`)}
</svg>`}function B({picture:e,words:t,wrong:o=!1,children:n}){return T`
<div class="empty">
<${F} name=${e} />
<p role=${o?"alert":"status"}>${t}</p>
${n}
</div>
`}import{w as G,B as J,R as Q,Z as X,aa as Z,an as ee}from"./main-5f5385228e.js";var te={changed:m("What you may do here has changed, so this page starts afresh. All is well: sign in again, and it is there for you."),idle:m("You were signed out, as those who look after the place are when they are away."),banned:m("You can't write here for now. Sign in to read why, and until when."),leaving:m("You are hidden everywhere now. For 72 hours you can sign in and take it back."),signed_out:m("You have been signed out. Words that you haven't sent are kept on this device.")},oe={refused:m("You were not let in this time. Help now is there for you all the same."),closed:m("This account has been closed. Whoever runs this site can tell you more.")};function ne({which:e}){let t=N();if("revoked"===e)return T`<div class="banner">
<p>
${$("This page has been paused: you are here in several other places. Nothing is lost.")}
</p>
<button type="button" class="quiet" onClick=${t.resume}>${$("Go on here")}</button>
</div>`;let o="left"===e?"waiting"===G.value.account.state?"refused":"leaving":e;return T`<div class="banner">
<p>${$(te[o]??oe[o]??"")}</p>
${te[o]&&T`<a class="button quiet" href="/sign-in">${$("Sign in")}</a>`}
</div>`}function ae(){let e=N();return T`<div class="banner">
<p>${$("There is a newer version of this page. What you have begun to write is kept.")}</p>
<button type="button" class="quiet" onClick=${e.load_newer}>${$("Load it")}</button>
</div>`}import{x as se}from"./main-5f5385228e.js";import{E as re,am as ie}from"./main-5f5385228e.js";function le(e){return e.getClientRects().length>0}import{y as ue,ap as ce}from"./main-5f5385228e.js";import{C as de}from"./main-5f5385228e.js";import{D as pe}from"./main-5f5385228e.js";var he=pe(()=>import("./later-5f5385228e.js").then(e=>e.Switcher)),$e=pe(()=>import("./later-5f5385228e.js").then(e=>e.Shortcuts)),me=se("");function fe(e){me.value=e}function we(e){!function(e){if("F6"!==e.key||e.ctrlKey||e.altKey||e.metaKey||document.querySelector("dialog[open]"))return;let t=Array.from(document.querySelectorAll("[data-region]")).filter(le);if(0===t.length)return;e.preventDefault();let o=t.findIndex(e=>e.contains(document.activeElement)),n=e.shiftKey?-1:1,a=t[((-1===o&&-1===n?0:o)+n+t.length)%t.length];a&&function(e){let t=e.querySelector("[data-focus]"),o=Array.from(e.querySelectorAll("a[href], button:not(:disabled), input, select, textarea")).find(le),n=t??o??e;n===e&&!e.hasAttribute("tabindex")&&e.setAttribute("tabindex","-1"),n.focus()}(a)}(e);let t=function(e){return function({ctrlKey:e,metaKey:t,altKey:o,shiftKey:n}){return(re()?t&&!e:e&&!t)&&!o&&!n}(e)&&"k"===e.key.toLowerCase()?"switcher":e.ctrlKey&&"/"===e.key||!e.ctrlKey&&!e.metaKey&&!e.altKey&&"?"===e.key&&J.peek().single_keys&&function(e){return e instanceof Element&&!e.closest("input, textarea, select, dialog")&&null!==e.closest('[role="log"], nav')}(e.target)?"shortcuts":null}(e);!t||e.isComposing||""===me.peek()&&document.querySelector("dialog[open]")||(e.preventDefault(),me.value=me.peek()===t?"":t)}function ge(){let e=N(),t=q(null),o=me.value,n=()=>{me.value=""},a=r(G.value)&&i(G.value)>0;return ue("all-read",a?$("Mark all as read"):"",async()=>{(await e.act.markAllRead()).ok&&de.say($("Everything is read."))}),W(()=>(addEventListener("keydown",we),()=>removeEventListener("keydown",we)),[]),W(()=>{if(o)return;let n=t.current;if(t.current=null,n){if(n.run)return n.run();document.activeElement instanceof HTMLElement&&document.activeElement.blur(),e.router.go(n.path??"/app"),n.path?.includes("/rooms/")||document.getElementById("main")?.focus()}},[o]),"shortcuts"===o?T`<${$e} on_close=${n} on_missing=${n} />`:"switcher"!==o?null:T`<${he} on_close=${n} on_missing=${n} on_choose=${e=>{t.current=e,n()}} />`}async function ye(e){try{return await navigator.clipboard.writeText(e),!0}catch{return!1}}import{F as be}from"./main-5f5385228e.js";var ke=[["unkind",m("It is unkind")],["harassment",m("Someone won't leave a person alone")],["private_details",m("It tells private details")],["dealing",m("It offers or asks for substances")],["spam",m("It is advertising")],["other",m("Something else")]],ve=[["unkind",m("It is unkind")],["private_details",m("It tells private details")],["dealing",m("It offers or asks for substances")],["method_detail",m("It describes how to do harm")],["off_topic",m("It doesn't belong in this room")],["breaks_guidelines",m("It goes against the guidelines")]],_e=[["unkind",m("Messages hurt people here")],["harassment",m("Messages went to someone who asked to be left alone")],["dealing",m("Substances were offered or asked for")],["private_details",m("Private details of others were told")],["spam",m("It was advertising")],["danger",m("It put people here in danger")],["other",m("Something else")]],Me={unkind:m("Why: messages hurt people here."),harassment:m("Why: messages went to someone who asked to be left alone."),dealing:m("Why: substances were offered or asked for."),private_details:m("Why: private details of others were told."),spam:m("Why: it was advertising."),danger:m("Why: it put people here in danger.")};function Se(e){let t=Me[e];return t?$(t):""}var Ce={open:m("Open: anyone may come in."),request:m("On request: someone lets you in."),invite:m("By invitation.")},xe={unkind:m("A message of yours was taken out of sight: it is unkind. You are still welcome here."),private_details:m("A message of yours was taken out of sight: it tells private details. You are still welcome here."),dealing:m("A message of yours was taken out of sight: it offers or asks for substances. You are still welcome here."),method_detail:m("A message of yours was taken out of sight: it describes how to do harm. You are still welcome here."),off_topic:m("A message of yours was taken out of sight: it doesn't belong in this room. You are still welcome here."),breaks_guidelines:m("A message of yours was taken out of sight: it goes against the guidelines. You are still welcome here.")};function Ae(e){return $(xe[e]??v)}import{G as Te,ad as We}from"./main-5f5385228e.js";import{I as qe,W as Ie,X as Ee,ab as ze,ay as Ne}from"./main-5f5385228e.js";import{J as Le}from"./main-5f5385228e.js";import{L as Ye,M as je}from"./main-5f5385228e.js";var Oe=Object.freeze({...je,forward:{d:"m9.5 5 7 7-7 7",turns:!0},down:{d:"M12 4.5v14m-6-5.5 6 6 6-6"},check:{d:"m4.5 12.5 5 5 10-11"},plus:{d:"M12 5v14M5 12h14"},send:{d:"M4 12h10M3.5 4.5 21 12 3.5 19.5 6 12z",turns:!0},search:{d:"M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 0 0 0-13m5 11.5 5 5"},phone:{d:"M6.5 3.5h3l1.5 4.5-2 1.5a12 12 0 0 0 5.5 5.5l1.5-2 4.5 1.5v3a2 2 0 0 1-2.2 2A17 17 0 0 1 4.5 5.700a2 2 0 0 1 2-2.2"},people:{d:"M9 11.500a3.5 3.5 0 1 0 0-7a3.5 3.5 0 0 0 0 7M2.5 19.500c.5-3.5 3-5.5 6.5-5.500s6 2 6.5 5.500M16 4.800a3.3 3.3 0 0 1 0 6.400M18 14.500c2 .7 3.2 2.5 3.5 5"},person:{d:"M12 11.500a4 4 0 1 0 0-8a4 4 0 0 0 0 8M4.5 20.500c.6-4 3.5-6 7.5-6s6.9 2 7.5 6"},room:{d:"M4 11.5 12 4.500l8 7M6 10v9.500h12V10M10 19.500v-5h4v5"},door:{d:"M6 20.500v-16L15 3v18.500zM15 5h3.500v15.500M3.5 20.500h17M11.5 12v1"},save:{d:"M7 4h10v16.500l-5-4-5 4z"},reply:{d:"m9.5 6-5.5 5.5 5.5 5.500M4.5 11.500h9c4 0 6.5 2 6.5 6.5",turns:!0},edit:{d:"m4.5 19.5.9-4.200L16 4.700a1.9 1.9 0 0 1 2.7 0l.6.6a1.9 1.9 0 0 1 0 2.700L8.7 18.600zM14 6.700l3.3 3.3"},take_back:{d:"M5 7h14M9.5 7V4.500h5V7M7 7l.9 12.500h8.200L17 7M10.2 10.500v5.500m3.6-5.500v5.5"},copy:{d:"M9 8.500h10.500v12H9zM15 8.500v-5H4.500v12H9"},link:{d:"M10 14a4 4 0 0 0 5.8.2l3-3a4.1 4.1 0 0 0-5.8-5.800l-1.2 1.200M14 10a4 4 0 0 0-5.8-.2l-3 3a4.1 4.1 0 0 0 5.8 5.800l1.2-1.2"},flag:{d:"M6 21V4M6 4.500c4-2 7 2 12 0v9c-5 2-8-2-12 0"},block:{d:"M12 3.500a8.5 8.5 0 1 0 0 17a8.5 8.5 0 0 0 0-17M6.2 6.200l11.6 11.6"},hide:{d:"M4 4l16 16M9.5 5.800A10 10 0 0 1 12 5.500c5 0 8 4 9 6.500a11 11 0 0 1-2.6 3.800M6.4 7.800A11 11 0 0 0 3 12c1 2.5 4 6.5 9 6.500a9.6 9.6 0 0 0 4.3-1M10 10.200a2.7 2.7 0 0 0 3.8 3.8"},eye:{d:"M3 12c1-2.5 4-6.5 9-6.500s8 4 9 6.500c-1 2.5-4 6.5-9 6.500s-8-4-9-6.500M12 9.300a2.7 2.7 0 1 0 0 5.400a2.7 2.7 0 0 0 0-5.4"},settings:{d:"M4 7h9m5 0h2M4 17h2m5 0h9M15.5 4.700a2.3 2.3 0 1 0 0 4.600a2.3 2.3 0 0 0 0-4.600M8.5 14.700a2.3 2.3 0 1 0 0 4.600a2.3 2.3 0 0 0 0-4.6"},sun:{d:"M12 8a4 4 0 1 0 0 8a4 4 0 0 0 0-8M12 2.500v2m0 15v2M2.5 12h2m15 0h2M5.3 5.300l1.4 1.400m10.6 10.6 1.4 1.400M18.7 5.300l-1.4 1.400M6.7 17.300l-1.4 1.4"},moon:{d:"M20 14.500A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5"},device:{d:"M4 5h16v11H4zM9 20h6M12 16v4"},bell:{d:"M6 16.500c1-1.5 1.3-3 1.3-6a4.7 4.7 0 0 1 9.4 0c0 3 .3 4.5 1.3 6zM10 19.500a2.2 2.2 0 0 0 4 0"},lock:{d:"M6 11h12v9.500H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3M12 15v2"},key:{d:"M12.4 11.950a4.5 4.5 0 1 0 0 .1M12.4 12H21m-3 0v3.500M15 12v2.5"},shield:{d:"M12 3.500c2.5 1.8 5 2.5 7.5 2.5 0 7-2 11.5-7.5 14.500C6.5 17.5 4.5 13 4.5 6 7 6 9.5 5.3 12 3.5"},letter:{d:"M3.5 6h17v12.500h-17zM4 6.500l8 7 8-7"},keys:{d:"M3 7h18v10.500H3zM6.5 10.500h.1m3.6 0h.1m3.6 0h.1m3.6 0h.1M8 14.200h8"},leave:{d:"M14 4.500H5v15h9M10 12h11m-4-4 4 4-4 4",turns:!0},take:{d:"M12 4v11m-5-4.5 5 5 5-5M5 20h14"},clock:{d:"M12 3.500a8.5 8.5 0 1 0 0 17a8.5 8.5 0 0 0 0-17M12 7.500V12l3 2"},offline:{d:"M4 4l16 16M3.5 9.500a13 13 0 0 1 4-2.600M20.5 9.500A13 13 0 0 0 11 6.100M6.5 13a8.5 8.5 0 0 1 4-2.300M17.5 13a8.4 8.4 0 0 0-2.3-1.600M9.5 16.400a4 4 0 0 1 5 0M12 19.500h.1"},warning:{d:"M12 4 2.8 19.500h18.400zM12 10v4.500m0 2.500h.1"}});function Re({name:e}){let t=Oe[e];return T`<${Ye} ...${t} />`}Object.keys(Oe);var He={ArrowDown:(e,t)=>(e+1)%t,ArrowUp:(e,t)=>(e-1+t)%t,Home:()=>0,End:(e,t)=>t-1};function De(e){if(e.altKey||e.ctrlKey||e.metaKey)return;let{target:t,currentTarget:o,key:n}=e;if(!(t instanceof HTMLElement)||t.matches("textarea, select, input"))return;let a=[...o.querySelectorAll(".menu-item")],s=a.indexOf(t);if(-1===s)return;let r=He[n]?He[n](s,a.length):function(e,t,o){if(1!==o.length||" "===o)return-1;let n=o.toLocaleLowerCase(),a=[...e.slice(t+1),...e.slice(0,t+1)].find(e=>e.innerText.trim().toLocaleLowerCase().startsWith(n));return a?e.indexOf(a):-1}(a,s,n);-1!==r&&(e.preventDefault(),a[r]?.focus())}function Ke({children:e,onClick:t}){return T`<div class="menu" onKeyDown=${De} onClick=${t}>${e}</div>`}function Ue({icon:e,href:t,on_press:o,children:n}){let a=T`${e&&T`<${Re} name=${e} />`}<span>${n}</span>`;return t?T`<a class="menu-item" href=${t}>${a}</a>`:T`<button type="button" class="menu-item" onClick=${o}>${a}</button>`}function Pe(e=""){let[t,o]=I(!1);return W(()=>{o(!1);let e=setTimeout(()=>o(!0),500);return()=>clearTimeout(e)},[e]),t}function Ve({cursor:e,words:t=$("More"),load:o}){let[n,a]=I(!1),s=q(null);return E(()=>{let t=s.current?.nextElementSibling;null!==e||!(t instanceof HTMLElement)||(s.current=null,(!document.activeElement||document.activeElement===document.body)&&(t.tabIndex=-1,t.focus()))}),null===e?null:T`
<button type="button" class="quiet" aria-busy=${n} onClick=${async function(t){let r=t.currentTarget;n||null===e||(s.current=r.previousElementSibling?.lastElementChild??null,a(!0),await o(e),a(!1))}}>${t}</button>
`}function Fe(e,t,o=[]){let n=N(),[a,s]=I([]),[r,i]=I(null),[l,u]=I(""),[c,d]=I(!1),p=q(0),h="up"===Q.value,$="offline"===Q.value||"down"===Q.value;async function m(o){let a=++p.current,r=await e(o);if(a!==p.current)return null;if(!r.ok)return u(k(r.error,n.now())),null;let l=t(r);return u(""),s(e=>null===o?l:[...e,...l]),i(r.cursor),d(!0),l}return W(()=>{(h||$&&!c)&&m(null)},[h,$,...o]),{items:a,cursor:r,problem:l,known:c,load:m}}function Be({message:e,mine:t,on_done:o}){let n=N();return T`
<div class="reaction-choice" role="group" aria-label=${$("React")}>
${_.map(([a,s])=>T`
<button
key=${a}
type="button"
class="reaction"
aria-pressed=${t.includes(a)}
onClick=${()=>{o(),n.act.react(e.message_id,a,!t.includes(a))}}
>
<${Re} name=${a} /> ${$(s)}
</button>
`)}
</div>
`}function Ge({message_id:e,on_close:t}){let o=N(),{items:n,cursor:a,problem:s,known:r,load:i}=Fe(t=>o.ask("message.reactions",{message_id:e,cursor:t}),e=>e.reactions,[e]),l=r&&0===n.length?$("Nobody has reacted yet."):"";return T`
<${Le} title=${$("Who reacted")} on_close=${t}>
<p role="status">${s||(r?l:$("One moment …"))}</p>
${_.map(([e,t])=>{let o=n.filter(t=>t.reaction===e).map(e=>e.person.handle);return 0===o.length?null:T`<p key=${e}>
${w("{reaction}: {names}",{reaction:T`<b><${Re} name=${e} /> ${$(t)}</b>`,names:f(o)})}
</p>`})}
<${Ve} cursor=${a} load=${i} />
<//>
`}function Je(e){let[t,o]=I("list"),{message:n,on_close:a}=e,{message_id:s}=n;return"who"===t?T`<${Ge} message_id=${s} on_close=${a} />`:"report"===t?T`<${Ze} message_id=${s} on_close=${a} />`:"hide"===t?T`<${et} message_id=${s} on_close=${a} />`:"back"===t?T`<${ot} message_id=${s} on_close=${a} />`:"block"===t&&n.author?T`<${nt}
person=${n.author}
message_id=${s}
on_close=${a}
/>`:T`<${Qe} ...${e} on_step=${o} />`}function Qe(e){let t=N(),{message:o,mine:n,keeper:a,can_write:s,can_react:r,is_in:i,my_reactions:u,on_close:c,on_step:d}=e,p=n&&s&&t.now()-o.at<l,h=a&&!n,{room_id:m,pinned:f,saved:w}=e,{message_id:g}=o,y=Object.values(o.reactions).some(e=>e>0),b=e=>()=>{c(),e()};async function k(e,o){c(),t.tell(await ye(e)?o:$("This browser did not let us copy it."))}let v=$("Message of {handle}",{handle:o.author?.handle??$("Someone")});return T`
<${Le} title=${v} kind="sheet" on_close=${c}>
<p class="soft small">${qe(o.at)}</p>
${r&&T`<${Be} message=${o} mine=${u} on_done=${c} />`}
<${Ke}>
${Xe(s,"reply",$("Reply"),b(e.on_reply))}
${Xe(p,"edit",$("Change the words"),b(e.on_edit))}
${Xe(!0,"copy",$("Copy the words"),()=>k(o.body,$("Copied.")))}
${Xe(!0,"link",$("Copy a link to it"),function(){let{href:e}=new URL(Te(m,g),location.href);k(e,$("Copied. Only people in this room can open it."))})}
${Xe(i,"save",$(w?"Don't keep it any more":"Save it for myself"),b(()=>{t.act.save(g,!w)}))}
${Xe(a,"pin",$(f?"Take the pin away":"Pin it for everyone here"),b(()=>{t.act.pin(g,!f)}))}
${Xe(i,"letter",$("New again from here on"),b(()=>{t.act.markUnread(m,o)}))}
${Xe(y,"heart",$("Who reacted"),()=>d("who"))}
${Xe(n,"back",$("Take it back"),()=>d("back"))}
${Xe(!n,"flag",$("Report"),()=>d("report"))}
${Xe(!n,"block",$("Block this person"),()=>d("block"))}
${Xe(h,"hide",$("Take it out of sight"),()=>d("hide"))}
<//>
<//>
`}function Xe(e,t,o,n){return e&&T`<${Ue} icon=${t} on_press=${n}>${o}<//>`}function Ze({message_id:e,on_close:t}){let o=N(),[n,a]=I(""),[s,r]=I(""),i=q({what:"",nonce:""}),l=q(!1),u=q(!0);return W(()=>()=>{u.current=!1},[]),T`
<${Le} title=${$("What is it about?")} kind="sheet" on_close=${t}>
<p class="soft">
${$("A moderator reads it. Its author is not told that it was you. What you choose is sent at once.")}
</p>
<label class="field">
<span>${$("Anything you want to add first")}</span>
<input
name="note"
maxlength="1000"
autocomplete="off"
value=${n}
onInput=${e=>a(e.target.value)}
/>
</label>
<${tt} reasons=${ke} on_choose=${async a=>{if(l.current)return;let s={message_id:e,reason:a,note:n.trim()},c=JSON.stringify(s);i.current.what!==c&&(i.current={what:c,nonce:be()}),l.current=!0,r($("One moment …"));let d=await o.act.report(s,i.current.nonce);if(l.current=!1,d.ok)return t();let p=function(e,t){return"offline"===e.code?$("Not sent: you are offline just now. Please choose again when you are back."):"no_answer"===e.code?$("No answer came. Please choose the same again: it counts only once."):k(e,t)}(d.error,o.now());u.current?r(p):o.tell(p)}} />
<p class="outcome" role="status">${s}</p>
<//>
`}function et({message_id:e,on_close:t}){let o=N();return T`
<${Le} title=${$("Why take it out of sight?")} kind="sheet" on_close=${t}>
<p class="soft">${$("Its author is told the reason, not who decided.")}</p>
<${tt} reasons=${ve} on_choose=${n=>{t(),o.act.hide({message_id:e,reason:n})}} />
<//>
`}function tt({reasons:e,on_choose:t}){let o=Pe();return T`
<div class=${o?"":"settling"}>
<${Ke}>
${e.map(([e,n])=>T`<${Ue}
key=${e}
on_press=${()=>o&&t(e)}
>${$(n)}<//
>`)}
<//>
</div>
`}function ot({message_id:e,on_close:t}){let o=N(),n=Pe();return T`
<${Le} title=${$("Take this message back?")} kind="sheet" on_close=${t}>
<p>
${$("Its words will be gone for everyone. That someone took a message back stays visible.")}
</p>
<div class=${"menu "+(n?"":"settling")}>
<${Ue}
on_press=${()=>{n&&(t(),o.act.takeBack(e))}}
>${$("Take it back")}<//
>
<${Ue} on_press=${t}>${$("Keep it")}<//>
</div>
<//>
`}function nt({person:e,message_id:t,on_close:o}){let n=N(),a=Pe();return T`
<${Le} title=${$("Block {handle}?",{handle:e.handle})} kind="sheet" on_close=${o}>
<p>
${$("You won't see each other's messages any more, here or anywhere. They are not told. You can take it back under Settings.")}
</p>
<div class=${"menu "+(a?"":"settling")}>
<${Ue}
on_press=${()=>{a&&(o(),n.act.block(e.user_id,!0))}}
>${$("Block {handle}",{handle:e.handle})}<//
>
<${Ue}
on_press=${async()=>{a&&(o(),await n.act.report({message_id:t,reason:"harassment",note:""}),n.act.block(e.user_id,!0))}}
>${$("Block them, and tell a moderator of this message")}<//
>
<${Ue} on_press=${o}>${$("Not now")}<//>
</div>
<//>
`}var at=/(?:^|[\s([{"'“‘«„])@([\p{L}\p{M}\p{N}_.-]*)$/u,st=/^[\p{L}\p{M}\p{N}_-]/u;function rt(e,t){let o=lt(t),n=e.filter(e=>lt(e.handle).startsWith(o)),a=e.filter(e=>!n.includes(e)&&lt(e.handle).split(/[_.-]/).some(e=>e.startsWith(o))),s=[...n,...a].slice(0,6);return 1===s.length&&it(s[0],t)?[]:s}function it(e,t){return void 0!==e&&lt(e.handle)===lt(t)}function lt(e){return e.normalize("NFKD").replace(/\p{M}/gu,"").toLowerCase()}import{U as ut,V as ct,ai as dt}from"./main-5f5385228e.js";function pt({field:e,value:t,timeline:o,my_id:n,on_words:a}){let s=()=>function({messages:e,shown:t,staff:o},n){let a=e.map(e=>e.author).reverse(),s=new Map;for(let e of[...a,...t,...o])e&&e.user_id!==n&&!s.has(e.user_id)&&s.set(e.user_id,e);return[...s.values()]}(o,n),r=z(),[i,l]=I(null),[u,c]=I(-1),d=q(-1),p=i?rt(s(),i.begun):[],h=u<p.length?u:-1;function m(){let t=e.current,o=t?.selectionStart??0,n=t&&document.activeElement===t&&o===t.selectionEnd?function(e,t){let o=e.slice(Math.max(0,t-24-2),t),n=at.exec(o)?.[1];return void 0===n||st.test(e.slice(t))?null:{start:t-n.length-1,end:t,begun:n}}(t.value,o):null;n||(d.current=-1);let a=n&&n.start!==d.current?n:null;if(a?.begun!==i?.begun||a?.start!==i?.start){let[e]=a?rt(s(),a.begun):[];c(a?.begun&&!it(e,a.begun)?0:-1)}l(a)}function f(t){let o=e.current;if(!o||!i)return;let n=function(e,{start:t,end:o},n){let a=e.slice(o),s=/^[\s,.;:!?)]/.test(a)?"":" ",r=`${e.slice(0,t)}@${n}`,i=s||/^\s/.test(a)?1:0;return{body:`${r}${s}${a}`,caret:r.length+i}}(o.value,i,t.handle);o.value=n.body,o.setSelectionRange(n.caret,n.caret),a(n.body),l(null)}W(m,[t]),function(e,t,o){let n=q({look:t,pressed:o});n.current={look:t,pressed:o},W(()=>{let t=e.current;if(!t)return;let o=()=>n.current.look(),a=e=>n.current.pressed(e);t.addEventListener("keydown",a,{capture:!0});for(let e of["keyup","click","focus","blur"])t.addEventListener(e,o);return()=>{t.removeEventListener("keydown",a,{capture:!0});for(let e of["keyup","click","focus","blur"])t.removeEventListener(e,o)}},[])}(e,m,function(e){if(0===p.length||e.isComposing||e.altKey||e.ctrlKey)return;let t=p[h];if("ArrowDown"===e.key)c((h+1)%p.length);else if("ArrowUp"===e.key)c((Math.max(h,0)||p.length)-1);else if("Enter"!==e.key&&"Tab"!==e.key||!t||e.shiftKey){if("Escape"!==e.key)return;d.current=i?.start??-1,l(null)}else f(t);e.preventDefault(),e.stopImmediatePropagation()}),function(e,t,o){W(()=>{let n=e.current;if(n&&t)return n.setAttribute("aria-controls",t),o>=0&&n.setAttribute("aria-activedescendant",`${t}-${o}`),()=>{n.removeAttribute("aria-controls"),n.removeAttribute("aria-activedescendant")}},[t,o])}(e,p.length>0?r:"",h);let w=g("{count} name. Up and down to choose, Enter to take it.","{count} names. Up and down to choose, Enter to take one.",p.length);return T`
<span class="unseen" role="status">${p.length>0&&w}</span>
${p.length>0&&T`<ul id=${r} class="names" role="listbox" aria-label=${$("Names of people here")}>
${p.map((e,t)=>T`<li
key=${e.user_id}
id=${`${r}-${t}`}
class="name-option"
role="option"
aria-selected=${t===h}
onPointerDown=${e=>e.preventDefault()}
onClick=${()=>f(e)}
>
<${ut} ...${e} />
<span class="who">${e.handle}</span>
<${ct} badge=${e.badge} />
</li>`)}
</ul>`}
`}function ht({link:e,on_close:t}){return T`
<${Le} title=${$("Look where it leads")} kind="sheet" on_close=${t}>
<p>
${w("This link leads to {host}. It could be taken for another site.",{host:T`<b class="host">${e.host}</b>`})}
</p>
<p class="soft">${$("If you don't know that name, it is safer to stay here.")}</p>
<div class="menu">
<button type="button" class="menu-item" onClick=${t}>${$("Stay here")}</button>
<a
class="menu-item"
href=${e.href}
target="_blank"
rel="noopener noreferrer nofollow"
onClick=${t}
>${$("Open {host} all the same",{host:e.host})}</a
>
</div>
<//>
`}import{Y as $t}from"./main-5f5385228e.js";function mt({message:e,room:t="",on_follow:o,children:n}){let a=N(),{author:s,at:r,room_id:i,message_id:l}=e,u=s?.handle??$("Someone"),c=`${Ee(r,a.now())} ${Ie(r)}`;return T`
<li class="kept">
<p class="soft small">
<bdi>${u}</bdi>, ${c}${t&&T`, <bdi>${t}</bdi>`}
</p>
<${$t} message=${e} />
<div class="row">
<a class="plain" href=${Te(i,l)} onClick=${o}
>${$("Show it in its place")}<span class="unseen">${`: ${u}, ${c}`}</span></a
>
${n}
</div>
</li>
`}function ft(){let e=q(null),t=q(null),o=q(null);return E(()=>{if(!o.current||o.current.row.isConnected)return;let{at:n}=o.current;o.current=null;let a=document.activeElement;if(a&&a!==document.body)return;let s=[...e.current?.children??[]],r=s[Math.min(n,s.length-1)]?.querySelector("button:not([disabled]), a[href], summary, input")??t.current??document.querySelector("dialog[open] .dialog-head button");r?r.focus():gt()}),{list:e,heading:t,leaves:function(){let t=document.activeElement?.closest("li"),n=[...e.current?.children??[]];o.current=t&&n.includes(t)?{row:t,at:n.indexOf(t)}:null}}}function wt(e){let t=q(null),o=q(e);return E(()=>{if(o.current===e)return;o.current=e;let n=document.activeElement;(!n||n===document.body)&&t.current?.querySelector("button")?.focus()}),t}function gt(){document.querySelector("main h1[tabindex]")?.focus()}function yt({timeline:e,keeper:t,on_close:o}){let n=N(),{room_id:a,room:s}=e,r=s?.pinned??[],{items:i,cursor:l,problem:u,known:c,load:d}=Fe(e=>n.ask("message.pinned",{room_id:a,cursor:e}),e=>e.messages,[r.join(" ")]),{list:p,leaves:h}=ft(),m=c&&0===i.length?function(e){return $(e>0?"What is pinned here was said before you came.":"Nothing is pinned here.")}(r.length):"",f=u||(c?m:$("One moment …"));return T`
<${Le} title=${$("Pinned in this room")} kind="wide" on_close=${o}>
<p class="soft" role="status">${f}</p>
<ul class="found" ref=${p}>
${i.map(e=>T`<${mt} key=${e.message_id} message=${e} on_follow=${o}>
${t&&T`<button
type="button"
class="plain"
onClick=${()=>{!async function(e){h(),await n.act.pin(e,!1)}(e.message_id)}}
>
${$("Take the pin away")}
</button>`}
<//>`)}
</ul>
<${Ve} cursor=${l} words=${$("Show more")} load=${d} />
<//>
`}function bt(){let e=N(),[t,o]=I(!1),{restore:n}=G.value.account;return!n||X.has(Q.value)?null:T`
<div class="banner" role="alert">
<p>
${$("Somebody asked us for a new way into your account. If that was not you, stop it now.")}${" "}
${n.due_at>e.now()?$("It would work from {time}.",{time:ze(n.due_at,e.now())}):$("It works already.")}
</p>
<button type="button" class="main" aria-disabled=${t} onClick=${async function(){if(t)return;o(!0);let n=await e.ask_http("restore.stop",{});if(o(!1),!n.ok)return e.tellRefusal(n);Z(e=>({...e,account:{...e.account,restore:null}})),e.tell($("Stopped. Nobody gets in that way, and those who look after the place know."))}}>
${$("It wasn't me: stop it")}
</button>
</div>
`}import{ac as kt}from"./main-5f5385228e.js";function vt({timeline:e}){let{room:t,here:o,shown:n,reading:a,staff:s}=e;if(!t)return null;let r=Math.max(o-n.length,0);return T`
<aside class="room-aside" tabindex="0" aria-label=${$("About this room")}>
<h2>${$("Here now")}</h2>
<ul class="people">
${n.map(e=>T`<${_t}
key=${e.user_id}
person=${e}
reads=${a.includes(e.user_id)}
/>`)}
</ul>
${r>0&&T`<p class="soft small">
${g("{count} without showing a name","{count} without showing their names",r)}
</p>`}
${t.about&&T`<h2>${$("What it is about")}</h2><p class="as-written">${t.about}</p>`}
${t.guidelines&&T`<h2>${$("Guidelines")}</h2><p class="as-written">${t.guidelines}</p>`}
${s.length>0&&T`<h2>${$("Who keeps this room")}</h2>
<ul class="people">
${s.map(e=>T`<${_t} key=${e.user_id} person=${e} />`)}
</ul>`}
</aside>
`}function _t({person:e,reads:t=!1}){return T`<li class="person-row">
<${ut} ...${e} />
<span class=${`who ${kt(e.user_id)}`}>${e.handle}</span>
<${ct} badge=${e.badge} />
${t&&T`<span class="tag">${$("just reading")}</span>`}
</li>`}function Mt({listed:e,on_done:t}){let o=N(),{room:n,membership:a}=e,[s,r]=I(""),[i,l]=I(!1),u=a?.standing;async function c(){(await o.act.leave(n.room_id)).ok&&t?.()}return"waiting"===u?T`
<p>
${$("You have asked to come in. Your request is kept; those who keep this room can see it.")}
</p>
<button type="button" class="quiet" onClick=${c}>${$("Take my request back")}</button>
`:T`
${n.about&&T`<p class="as-written">${n.about}</p>`}
${n.guidelines?T`<h3>${$("Guidelines of this room")}</h3>
<div class="guidelines as-written">${n.guidelines}</div>`:T`<p class="soft">${$("This room has no guidelines of its own.")}</p>`}
<p class="soft">
${$(Ce[n.access]??"")} ${function(e){return g("Messages are kept for {count} day.","Messages are kept for {count} days.",e)}(n.retention_days)}${" "}
${n.shows_last_day?$("You will see the last 24 hours."):$("You will see what is said from now on.")}
</p>
${s&&T`<p class="problem" role="alert">${s}</p>`}
${"in"!==u&&"admin"!==G.value.me?.role&&T`<div class="row">
<button type="button" class="main" aria-disabled=${i} onClick=${async function(){if(i)return;l(!0);let e=await o.act.join(n.room_id,n.guidelines_version);if(l(!1),!e.ok)return r(k(e.error,o.now()));t?.(),"in"===e.membership?.standing?o.router.go(We(n.room_id)):o.tell($("Your request is kept. Those who keep this room can see it."))}}>
${function({room:e,membership:t}){let o="open"===e.access||"invited"===t?.standing;return e.guidelines?$(o?"I have read this. Come in":"I have read this. Ask to come in"):$(o?"Come in":"Ask to come in")}(e)}
</button>
${"invited"===u&&T`<button type="button" class="quiet" onClick=${c}>
${$("No, thank you")}
</button>`}
</div>`}
`}function St({title:e,listed:t}){return T`
<section class="page standing" data-region>
<a class="back" href="/app">${$("All rooms")}</a>
<${F} name="doorstep" />
<h1>${e}</h1>
<${Mt} listed=${t} />
</section>
`}function Ct({known:e}){let t=N(),{room:o,membership:n}=e,a="up"===Q.value,[s,r]=I(null),[i,l]=I(!1);async function u(){l(!1);let e=await xt(t,o.room_id);r(e),l(null===e)}if(W(()=>{a&&u()},[a,o.guidelines_version]),s||"waiting"===n.standing){let e={room:s?.room??o,membership:n};return T`<${St} title=${o.name} listed=${e} />`}return T`
<section class="page" data-region>
<a class="back" href="/app">${$("All rooms")}</a>
<h1>${o.name}</h1>
${i?T`<${B}
picture="lantern"
wrong
words=${$("What this room is about can't be shown just now.")}
>
<button type="button" class="quiet" onClick=${u}>${$("Try again")}</button>
<//>`:T`<p class="soft" role="status">${$("One moment …")}</p>`}
</section>
`}async function xt(e,t){let o=null;for(let n=0;n<5;n+=1){let n=await e.ask("room.list",{cursor:o});if(!n.ok)return null;let a=n.rooms.find(({room:e})=>e.room_id===t);if(a)return a;if(o=n.cursor,null===o)return null}return null}function At({timeline:e}){let t=N(),{room_id:o,refusal:n}=e,[a,s]=I(null);if(W(()=>{xt(t,o).then(s)},[o]),a){let e={...a,membership:null};return T`<${St} title=${a.room.name} listed=${e} />`}return T`
<section class="page" data-region>
<a class="back" href="/app">${$("All rooms")}</a>
<h1>${$("This room")}</h1>
<${B} picture="lantern" wrong words=${n?.message}>
<a class="button quiet" href="/app">${$("To all rooms")}</a>
<//>
</section>
`}var Tt=m("The room is made. Name a moderator under People; they can say who keeps it.");function Wt({room:e,on_close:t}){let o=N(),n=q(be()),[a,s]=I(null),[r,i]=I(!1);return T`
<${Le} title=${$(e?"Room settings":"A new room")} on_close=${t}>
<form class="stack" onSubmit=${async function(a){if(a.preventDefault(),r)return;let l=function(e){let t=new FormData(e),o=e=>String(t.get(e)??"").trim();return{name:o("name"),about:o("about"),guidelines:o("guidelines"),access:o("access"),shows_last_day:null!==t.get("shows_last_day"),retention_days:o("retention_days")?Number(o("retention_days")):null}}(a.target);i(!0);let u=e?await o.act.updateRoom(e.room_id,l):await o.act.createRoom(l,n.current);if(i(!1),u.ok){if(t(),e)return;u.membership?o.router.go(We(u.room.room_id)):o.tell($(Tt))}else u.error.retryable||(n.current=be()),s({words:k(u.error,o.now()),field:u.error.field})}}>
${a&&T`<p class="problem" role="alert">${a.words}</p>`}
<label class="field">
<span>${$("Name")}</span>
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
<span>${$("What it is for")}</span>
<textarea name="about" rows="2" maxlength="500" defaultValue=${e?.about??""}></textarea>
</label>
<label class="field">
<span>${$("Guidelines, read before coming in")}</span>
<textarea
name="guidelines"
rows="4"
maxlength="4000"
defaultValue=${e?.guidelines??""}
></textarea>
</label>
<fieldset>
<legend>${$("Who may come in")}</legend>
${Object.entries(Ce).map(([t,o])=>T`<label key=${t} class="check">
<input
type="radio"
name="access"
value=${t}
defaultChecked=${t===(e?.access??"open")}
/>
<span>${$(o)}</span>
</label>`)}
</fieldset>
<label class="check">
<input
type="checkbox"
name="shows_last_day"
defaultChecked=${e?.shows_last_day??!1}
/>
<span>${$("Show newcomers the last 24 hours (open rooms only)")}</span>
</label>
<label class="field">
<span>${$("Days that messages are kept")}</span>
<input
type="number"
name="retention_days"
min="1"
max="3650"
inputmode="numeric"
defaultValue=${e?.retention_days??""}
placeholder=${$("as usual here")}
/>
</label>
<button type="submit" class="main" aria-disabled=${r}>
${$(e?"Save":"Open the room")}
</button>
</form>
<//>
`}function qt({timeline:t,room:o,on_reply:a,on_edit:s}){let r=N();function i(){let{room_id:e,membership:o,my_saved:n}=t;return"in"!==o?.standing?{}:{s:({message_id:e})=>{r.act.save(e,!n[e])},u:t=>{r.act.markUnread(e,t)}}}function l(o){let{target:l,key:c}=o;if(o.defaultPrevented||o.isComposing||!(l instanceof Element)||o.ctrlKey||o.metaKey||o.altKey||l.closest("dialog"))return;if("Escape"===c)return function(o){let{room_id:a,seq:s}=t;r.session.goTo("last",o),r.reading.release(a),r.reading.seen(a,s),Z(t=>n(e(t,a,s),{new_after:null})),de.say($("Everything here is read."))}(null!==l.closest("article"));if(!J.peek().single_keys||!l.matches("article[data-key]"))return;let d=u(t,l.getAttribute("data-key")??"");if("posted"!==d?.state)return;let p={r:a,e:s,...i()}[c.toLowerCase()];p&&(o.preventDefault(),p(d))}return W(()=>{let e=o.current;return e?.addEventListener("keydown",l),()=>e?.removeEventListener("keydown",l)}),null}import{aj as It,ak as Et}from"./main-5f5385228e.js";function zt({new_first:e=!1}){let t=N(),{room_id:o}=t.router.route.value,n=q({}),a=c(G.value);if(e){for(let e of a)n.current[e.room.room_id]??=Nt(e);let e=({room:e})=>n.current[e.room_id]??0;a.sort((t,o)=>e(t)-e(o))}return"admin"===G.value.me?.role?null:0===a.length?T`<p class="soft">${$("You are in no room yet.")}</p>`:T`
<ul class="rooms">
${a.map(e=>T`<li key=${e.room.room_id}>
<${Lt} known=${e} current=${e.room.room_id===o} />
</li>`)}
</ul>
`}function Nt({mentions:e,unread:t}){return e>0?0:t>0?1:2}function Lt({known:e,current:t}){let{room:o,membership:n}=e;return T`
<a class="room-link" href=${We(o.room_id)} aria-current=${t?"page":null}>
<${dt} room_id=${o.room_id} />
<span class="room-name">${o.name}</span>
${"waiting"===n.standing&&T`<span class="tag">${$("waiting")}</span>`}
${"invited"===n.standing&&T`<span class="tag">${$("invited")}</span>`}
${e.knocks>0&&T`<span class="tag">${function(e){return g("{count} at the door","{count} at the door",e)}(e.knocks)}</span>`}
<${Yt} known=${e} />
</a>
`}function Yt({known:e}){if(0===e.unread)return null;let t=e.mentions>0,{unread:o}=e,n=T`${t&&T`<span aria-hidden="true">@</span>`}${Et(M(o))}`,a=t?y("{count} new, you are mentioned","{count} new, you are mentioned",o,{count:n}):y("{count} new","{count} new",o,{count:n});return T`<${It} words=${a} kind=${t?"mention":""} />`}function jt(e){return $("admin"===e?"an administrator":"moderator"===e?"a moderator":"a member")}function Ot(e){return $("admin"===e?"An administrator":"moderator"===e?"A moderator":"A member")}function Rt(e){return"waiting"===e?$("waits to be let in"):"banned"===e?$("can't take part for now"):"frozen"===e?$("account closed"):"erasing"===e?$("is leaving"):""}function Ht({ask:e,done:t,words:o,kind:n="main",keeps:a=!1,sure:s="",children:r}){let i=N(),[l,u]=I(""),[c,d]=I(""),[p,h]=I(!1),[$,m]=I(!1),f=q(null),w=Dt($),g=z();async function y(){let o=f.current;if(!o)return;let n=Object.fromEntries(new FormData(o));h(!0),u(""),d("");let s=await e(n);if(h(!1),!s.ok)return u(k(s.error,i.now()));a||o.reset(),d(t?.(s)??"")}return W(()=>m(!1),[s]),T`
<form
ref=${f}
class="stack"
onSubmit=${function(e){e.preventDefault(),!p&&(s?m(!0):y())}}
aria-describedby=${l?g:null}
>
${r}
${l&&T`<p class="problem" role="alert" id=${g}>${l}</p>`}
<p role="status" class="outcome">${c}</p>
${$?T`<${Ut} sure=${s} on_press=${y} on_end=${()=>m(!1)} />`:T`<button ref=${w} type="submit" class=${n} aria-disabled=${p}>
${o}
</button>`}
</form>
`}function Dt(e){let t=q(null),o=q(!1);return W(()=>{o.current&&!e&&t.current?.focus(),o.current=e},[e]),t}function Kt({words:e,sure:t,on_press:o,label:n="",children:a}){let[s,r]=I(!1),i=Dt(s);return s?T`<${Ut} sure=${t} on_press=${o} on_end=${()=>r(!1)}>
${a}
<//>`:T`<button
ref=${i}
type="button"
class="quiet"
aria-label=${n||null}
onClick=${()=>r(!0)}
>
${e}
</button>`}function Ut({sure:e,on_press:t,on_end:o,children:n}){let a=Pe(),s=q(null);return W(()=>s.current?.focus(),[]),T`
<div class=${"stack two "+(a?"":"settling")} role="group">
${n}
<div class="row">
<button ref=${s} type="button" class="main" onClick=${function(){a&&(o(),t())}}>${e}</button>
<button type="button" class="quiet" onClick=${o}>${$("Not now")}</button>
</div>
</div>
`}function Pt({room_id:e,create:t,again:o}){let n=q(null);W(()=>{o&&n.current?.querySelector("input")?.focus()},[]);let[a,s]=I("invite"),[r,i]=I(null),l=function(e){let t=N(),[o,n]=I([]),a="up"===Q.value;return W(()=>{a&&e&&async function(){let e=[],o=null;for(let n=0;n<5;n+=1){let n=await t.ask("room.list",{cursor:o});if(!n.ok)return;if(e.push(...n.rooms.map(e=>e.room)),o=n.cursor,null===o)break}n(e)}()},[a,e]),o}(""===e),u=r??(e||function(e){return e.find(e=>"open"===e.access&&!e.closed)?.room_id??""}(l));return T`
<div ref=${n}>
<${Ht} words=${$("Make the link")} kind="quiet" ask=${({valid_h:e,as:o="member"})=>t({kind:a,valid_h:Number(e),role:"facilitator"===o?"member":o,relation:"facilitator"===o?o:"member",room_id:u||null})}>
<fieldset>
<legend>${$("What for")}</legend>
<label class="check">
<input
type="radio"
name="kind"
checked=${"invite"===a}
onChange=${()=>s("invite")}
/>
<span>${$("For one person, once")}</span>
</label>
<label class="check">
<input
type="radio"
name="kind"
checked=${"knock"===a}
onChange=${()=>s("knock")}
/>
<span>${$("For a flyer: whoever has it may ask to be let in")}</span>
</label>
</fieldset>
${l.length>0&&T`<label class="field">
<span>${$("Into which room")}</span>
<select
value=${u}
onChange=${e=>i(e.target.value)}
>
<option value="">${$("None yet: they choose")}</option>
${l.map(e=>T`<option key=${e.room_id} value=${e.room_id}>${e.name}</option>`)}
</select>
</label>`}
${"invite"===a&&T`<${Vt} in_room=${""!==u} />`}
<label class="field">
<span>${$("Works for")}</span>
${"invite"===a?T`<select key="invite" name="valid_h">
<option value=${24}>${$("A day")}</option>
<option value=${72} selected>${$("Three days")}</option>
</select>`:T`<select key="knock" name="valid_h">
<option value=${720}>${$("A month")}</option>
<option value=${4320} selected>${$("Half a year")}</option>
<option value=${8760}>${$("A year")}</option>
</select>`}
</label>
<//>
</div>
`}function Vt({in_room:e}){let{me:t,account:o}=G.value,n=o.proven?t?.role:"member",a=e&&"member"!==n;return"admin"===n||a?T`
<label class="field">
<span>${$("As what")}</span>
<select name="as">
<option value="member">${Ot("member")}</option>
${a&&T`<option value="facilitator">${$("Someone who keeps that room")}</option>`}
${"admin"===n&&T`<option value="moderator">${Ot("moderator")}</option>
<option value="admin">${Ot("admin")}</option>`}
</select>
</label>
`:null}function Ft({title:e,on_paper:t=!1,on_done:o,children:n,more:a}){let s=q(null);return W(()=>s.current?.focus(),[]),T`
<section class=${"card shown-once "+(t?"on-paper":"")}>
<h2 ref=${s} tabindex="-1" class="no-print">${e}</h2>
${n}
<div class="row no-print">
${a}
<button type="button" class="quiet" onClick=${o}>${$("Done")}</button>
</div>
</section>
`}function Bt({codes:e}){return T`
<ul class="codes">
${e.map(e=>T`<li key=${e}><code>${e}</code></li>`)}
</ul>
`}function Gt({text:e,words:t=""}){let o=N();return T`<button type="button" class="quiet" onClick=${async function(){o.tell(await ye(e)?$("Copied."):$("This browser did not let us copy it."))}}>${t||$("Copy")}</button>`}function Jt(){return T`<button type="button" class="quiet" onClick=${()=>print()}>${$("Print")}</button>`}function Qt({svg:e,alt:t}){let o=`data:image/svg+xml;charset=utf-8,${encodeURIComponent(e)}`;return T`<img class="qr" src=${o} alt=${t} width="240" height="240" />`}var Xt=new Set(["localhost","127.0.0.1","[::1]","::1"]);function Zt({room_id:e=""}){let t=N(),[o,n]=I(null),[a,s]=I(0),{items:r,cursor:i,problem:l,known:u,load:c}=Fe(e=>t.ask_http("invite.list",{cursor:e}),t=>t.invites.filter(t=>!e||t.room_id===e)),{list:d,heading:p,leaves:h}=ft();async function m(e){let o=await t.ask_http("invite.revoke",{invite_id:e});t.tellRefusal(o),o.ok&&t.tell($("Taken back: it opens nothing any more.")),h(),await c(null)}let f=r.filter(e=>no(e,t.now())),w=r.filter(e=>!no(e,t.now()));return T`
${o?T`<${to} ...${o} on_done=${function(){n(null),s(a+1)}} />`:T`<${Pt} room_id=${e} create=${async function(e){let o=await t.step_up.withStepUp(()=>t.ask_http("invite.create",e));return o.ok&&(n(o),await c(null)),o}} again=${a>0} />`}
${l&&T`<p class="problem" role="alert">${l}</p>`}
<h2 ref=${p} tabindex="-1">${$("Invitations that still work")}</h2>
${u&&0===f.length&&T`<p class="soft">${$("There are none just now.")}</p>`}
<ul class="cards" ref=${d}>
${f.map(e=>T`<${eo} key=${e.invite_id} invite=${e} revoke=${m} />`)}
</ul>
${w.length>0&&T`<details>
<summary>${$("Used, taken back or run out")}</summary>
<ul class="cards">
${w.map(e=>T`<${eo} key=${e.invite_id} invite=${e} />`)}
</ul>
</details>`}
<${Ve} cursor=${i} words=${$("Older ones")} load=${c} />
`}function eo({invite:e,revoke:t}){let o=N(),n=function({kind:e,role:t,room_name:o,relation:n}){let a=o??"";return"knock"===e?a?$("To ask to be let in, for a flyer, into {room}.",{room:a}):$("To ask to be let in, for a flyer."):"member"!==t?$("For one person, as {role}.",{role:jt(t)}):"facilitator"===n?$("For one person, to keep {room}.",{room:a}):a?$("For one person, into {room}.",{room:a}):$("For one person.")}(e);return T`
<li class="card">
<p>${n}</p>
<p class="soft small">${ao(e,o.now())}</p>
${t&&T`<${Kt}
words=${$("Take it back")}
label=${$("Take it back: {what}",{what:n})}
sure=${$("Yes, take it back")}
on_press=${()=>t(e.invite_id)}
/>`}
</li>
`}function to({invite:e,link:t,code:o,qr_svg:n,on_done:a}){let s=N(),r="knock"===e.kind,i=ao(e,s.now()),l=T`
<${Gt} text=${t} words=${$("Copy the link")} />
<${Gt} text=${o} words=${$("Copy the code")} />
<${Jt} />
`;return T`
<${Ft}
title=${$("Here it is, shown only now")}
on_paper
on_done=${a}
more=${l}
>
<p class="no-print">
${$(r?"Whoever has it may ask to be let in.":"It lets one person in, once.")}
${" "}${i}
</p>
${Xt.has(location.hostname)&&T`<p class="no-print">
${$("This link works only on this computer. Whoever runs the server sets CHAT_PUBLIC_URL before others can use it.")}
</p>`}
${r&&T`<${oo} until=${i} />`}
<${Qt} svg=${n} alt=${$("The same link as a picture, for a phone's camera")} />
<label class="field no-print">
<span>${$("The link")}</span>
<input readonly value=${t} />
</label>
<p class="print-only">${t}</p>
<p>${$("Without a link, to type in:")} <code class="big-code">${o}</code></p>
<//>
`}function oo({until:e}){let{site:t}=G.value;return T`<div class="print-only">
<h1>${t?.name??document.getElementById("app")?.dataset.site}</h1>
<p class="lead">${$("Peer support: ask to be let in.")}</p>
<p>${e}</p>
</div>`}function no({used:e,revoked:t,expires_at:o},n){return!e&&!t&&o>n}function ao(e,t){if(e.revoked)return $("Taken back.");if(e.used)return $("Used.");let o=ze(e.expires_at,t);return e.expires_at>t?$("Works until {at}.",{at:o}):$("Ended {at}.",{at:o})}var so={guidelines:"book",pinned:"pin",roster:"people",search:"search",settings:"settings",invites:"letter"};function ro({timeline:e,keeper:t,on_open:o,on_close:n}){let a=N(),[s,r]=I(!1),{room_id:i,membership:l}=e,u=e.room?.pinned.length??0,c=(e,t)=>T`<${Ue} icon=${so[e]} on_press=${()=>o(e)}>${t}<//>`;return T`
<${Le} title=${e.room?.name??""} kind="sheet" on_close=${n}>
<${Ke}>
${c("guidelines",$("Guidelines and who keeps this room"))}
${u>0&&c("pinned",$("Pinned in this room"))}
${c("roster",$("Members"))}
${c("search",$("Search in this room"))}
${t&&c("settings",$("Room settings"))}
${t&&c("invites",$("Invite someone"))}
${l&&(s?T`<${Ue} icon="leave" on_press=${async function(){(await a.act.leave(i)).ok&&(n(),a.router.go("/app"))}}>
${$("Yes, leave. My messages stay; I won't see the room any more.")}
<//>`:T`<${Ue} icon="leave" on_press=${()=>r(!0)}>
${$("Leave this room")}
<//>`)}
<//>
<//>
`}function io({timeline:e,on_close:t}){let{room:o}=e;return T`
<${Le} title=${o?.name??""} on_close=${t}>
${o&&T`<${Mt} listed=${{room:o,membership:{standing:"in"}}} />`}
<${uo} timeline=${e} />
<//>
`}function lo({timeline:e,on_close:t}){let o=$("Invitations to {room}",{room:e.room?.name??""});return T`
<${Le} title=${o} on_close=${t}>
<${Zt} room_id=${e.room_id} />
<//>
`}function uo({timeline:e}){return 0===e.staff.length?null:T`
<h3>${$("Who keeps this room")}</h3>
<p>${f(e.staff.map(e=>e.handle))}</p>
`}function co({on_mute:e}){let[t,o]=I(0),n=q(null),a=q(!1);return W(()=>{a.current&&0===t&&n.current?.focus(),a.current=t>0},[t]),t>0?T`<${po}
title=${$(t>900?"Mute a day: why?":"Mute 15 minutes: why?")}
on_choose=${n=>{o(0),e(t,n)}}
on_cancel=${()=>o(0)}
/>`:T`
<button ref=${n} type="button" class="quiet" onClick=${()=>o(900)}>
${$("Mute 15 minutes")}
</button>
<button type="button" class="quiet" onClick=${()=>o(86400)}>${$("Mute a day")}</button>
`}function po({title:e,on_choose:t,on_cancel:o}){let n=z(),a=Pe(),s=q(null);return W(()=>s.current?.querySelector("button")?.focus(),[]),T`
<div
ref=${s}
class=${"stack only-this "+(a?"":"settling")}
role="group"
aria-labelledby=${n}
>
<p><b id=${n}>${e}</b></p>
<p class="soft">${$("They are told the reason, not who decided.")}</p>
<${Ke}>
${ve.map(([e,o])=>T`<${Ue}
key=${e}
on_press=${()=>a&&t(e)}
>${$(o)}<//
>`)}
<//>
<p><button type="button" class="quiet" onClick=${o}>${$("Not now")}</button></p>
</div>
`}function ho({timeline:e,my_id:o,keeper:n,on_close:a}){let s=N(),{room_id:r}=e,[i,l]=I(0),u=function(e){let[t,o]=I(e);return W(()=>{let t=setTimeout(()=>o(e),1e3);return()=>clearTimeout(t)},[e]),t}(e.roster_changes),{items:c,cursor:d,problem:p,load:h}=Fe(async function(e){let o=await s.ask("room.members",{room_id:r,cursor:e});return o.ok&&(l(o.members),n&&null===e&&null===o.cursor&&function(e){let o=e.filter(e=>"waiting"===e.standing).length;Z(e=>t(e,r,{knocks:o}))}(o.people)),o},e=>e.people,[u]),m=c.filter(e=>"waiting"===e.standing),f=c.filter(e=>"in"===e.standing),w=c.filter(e=>"invited"===e.standing),{reading:y}=e,b={room_id:r,keeper:n,my_id:o,reading:y,on_changed:()=>{h(null)}},k=n||null!==d?0:Math.max(i-f.length,0),v=!0===G.value.me?.visible,_=$(n?"Members":"Members who show themselves"),M=$("{here}, {members}",{here:g("{count} here now","{count} here now",e.here),members:g("{count} member","{count} members",i)});return T`
<${Le} title=${M} on_close=${a}>
${p&&T`<p class="problem" role="alert">${p}</p>`}
<${$o} title=${$("Waiting at the door")} people=${m} ...${b} />
<${$o} title=${_} people=${f} ...${b} />
<${$o} title=${$("Invited")} people=${w} ...${b} />
${k>0&&T`<p class="soft">${function(e,t){return`${g("{count} here now.","{count} here now.",e)} ${$(t?"Nobody else shows their name.":"Nobody else shows their name; you can, under Menu.")}`}(e.here,v)}</p>`}
<${Ve} cursor=${d} load=${h} />
<//>
`}function $o({title:e,people:t,...o}){let{list:n,leaves:a}=ft();return 0===t.length?null:T`
<h3>${e}</h3>
<ul class="people" ref=${n}>
${t.map(e=>T`<${mo}
key=${e.person.user_id}
member=${e}
leaves=${a}
...${o}
/>`)}
</ul>
`}function mo({member:e,keeper:t,my_id:o,reading:n,...a}){let s=N(),[r,i]=I(!1),{person:l,muted_until:u}=e,c=s.now(),d=null!==u&&u>c,p="waiting"===e.standing,h=l.user_id!==o&&(t||!p),m=wt(d);return T`
<li class="person" ref=${m}>
<div class="person-row">
<${ut} ...${l} />
<span class=${`who ${kt(l.user_id)}`}>${l.handle}</span>
<${ct} badge=${l.badge} />
${d&&T`<span class="tag">${$("reading along")}</span>`}
${!d&&n.includes(l.user_id)&&T`<span class="tag">
${$("just reading")}
</span>`}
${h&&!p&&T`<button
type="button"
class="plain more"
aria-expanded=${r}
aria-label=${$("What to do about {handle}",l)}
onClick=${()=>i(!r)}
>
<${Re} name="more" />
</button>`}
</div>
${h&&(r||p)&&T`<${fo} member=${e} keeper=${t} muted=${d} ...${a} />`}
${d&&t&&T`<p class="soft small">
${$("until {time}",{time:ze(u,c)})}
</p>`}
</li>
`}function fo({room_id:e,member:t,keeper:o,muted:n,leaves:s,on_changed:r}){let i=N(),[l,u]=I(!1),{user_id:c}=t.person,d=(e,t="")=>async()=>{s(),(await e()).ok&&(t&&i.tell(t),r())},p=(e,t,o)=>T`<button type="button" class="quiet" onClick=${d(t,o)}>${e}</button>`;if("waiting"===t.standing)return T`<div class="row">
${p($("Let in"),()=>i.act.admit(e,c),$("They are in."))}
${p($("Say no"),()=>i.act.refuse(e,c),$("You said no."))}
</div>`;if("invited"===t.standing)return T`<div class="row">
${p($("Take the invitation back"),()=>i.act.refuse(e,c),$("Taken back: it opens nothing any more."))}
</div>`;let h=T`<${Kt}
words=${$("Block")}
sure=${$("Block {handle}",t.person)}
on_press=${async()=>{(await i.act.block(c,!0)).ok&&r()}}
>
<p class="soft">${$("You won't see each other's messages any more. They are not told.")}</p>
<//>`;if(!o)return T`<div class="row">${h}</div>`;let m=(t,o=null)=>d(()=>i.act.mute({room_id:e,user_id:c,mute_s:t,reason:o})),f="facilitator"===t.relation;return T`<div class="row">
${n?T`<button type="button" class="quiet" onClick=${m(0)}>
${$("Let them write again")}
</button>`:T`<${co}
on_mute=${(e,t)=>m(e,t)()}
/>`}
${a(G.value)&&p($(f?"No longer a keeper":"Make a keeper of this room"),()=>i.act.setRelation({room_id:e,user_id:c,relation:f?"member":"facilitator"}))}
${l?p($("Yes, remove from the room"),()=>i.act.remove(e,c)):T`<button type="button" class="quiet" onClick=${()=>u(!0)}>
${$("Remove")}
</button>`}
${h}
</div>`}function wo({room:e,on_close:t}){return T`
<${Le} title=${$("Search")} kind="wide" on_close=${t}>
<${go} room=${e} on_close=${t} />
<//>
`}function go({room:e=null,on_close:t=()=>{}}){let o=N(),[n,a]=I(null),[s,r]=I([]),[i,l]=I(null),[u,c]=I(""),d=q(0);async function p(e,t){let n=++d.current;c($("Looking …"));let a=t,s=$("Nothing found so far.");for(let i=0;i<10;i+=1){let i=await o.ask("message.search",{...e,cursor:a});if(n!==d.current)return;if(!i.ok)return c(k(i.error,o.now()));if(a=i.cursor,0!==i.messages.length||null===a){r(e=>null===t?i.messages:[...e,...i.messages]),s=0===i.messages.length&&null===t?$("Nothing found."):"";break}}c(s),l(a)}return T`
<form
class="stack search"
role="search"
onSubmit=${function(e){e.preventDefault();let t=function(e){let t=t=>String(e.get(t)??"").trim(),[o,n]=[bo(t("since")),bo(t("before"))],a={text:t("text")};return t("room_id")&&(a.room_id=t("room_id")),t("by")&&(a.by=t("by")),null!==o&&(a.since=o),null!==n&&(a.before=new Date(n+1296e5).setHours(0,0,0,0)),a}(new FormData(e.target));t.text&&(r([]),l(null),a(t),p(t,null))}}
onKeyDown=${e?function(e){"Escape"!==e.key||e.isComposing||(e.preventDefault(),t())}:null}
>
<div class="row">
<input
type="search"
name="text"
aria-label=${$("Words to look for")}
maxlength="200"
autofocus=${null!==e}
/>
<button type="submit" class="main">${$("Search")}</button>
</div>
<${yo} room=${e} />
</form>
<p role="status">${u}</p>
<ul class="found">
${s.map(o=>T`<${mt}
key=${o.message_id}
message=${o}
room=${function({room_id:t}){return e&&n?.room_id===e.room_id?"":G.value.rooms[t]?.room.name??""}(o)}
on_follow=${t}
/>`)}
</ul>
<${Ve}
cursor=${i}
words=${$("Look further back")}
load=${e=>n?p(n,e):Promise.resolve()}
/>
`}function yo({room:e}){let t=c(G.value).filter(t=>t.room.room_id!==e?.room_id&&"in"===t.membership.standing);return T`
<details class="narrower">
<summary>${$("Where, by whom, when")}</summary>
<div class="stack">
<label class="field">
<span>${$("Room")}</span>
<select name="room_id">
${e&&T`<option value=${e.room_id}>${e.name}</option>`}
<option value="">${$("All my rooms")}</option>
${t.map(e=>T`<option value=${e.room.room_id}>${e.room.name}</option>`)}
</select>
</label>
<label class="field">
<span>${$("Said by")}</span>
<input name="by" maxlength="80" autocomplete="off" autocapitalize="none" />
</label>
<label class="field">
<span>${$("From this day on")}</span>
<input type="date" name="since" />
</label>
<label class="field">
<span>${$("Up to this day")}</span>
<input type="date" name="before" />
</label>
</div>
</details>
`}function bo(e){let[t=0,o=0,n=0]=e.split("-").map(Number),a=new Date(t,o-1,n).getTime();return""===e||Number.isNaN(a)?null:Math.max(a,0)}function ko({label:e,share:t=null}){let o=z();return T`
<div class="progress">
<label for=${o}>${e}</label>
<progress id=${o} value=${t??void 0}></progress>
</div>
`}function vo(){let e=N(),[t,o]=I(""),[n,a]=I(0),[s,r]=I(null),[i,l]=I("");async function u(){let t=await e.ask_http("account.export",{});if(!t.ok)return o(""),l(k(t.error,e.now()));l(""),a(t.expires_at),r(t.steps_done/t.steps),o(t.ready?"ready":"gathering")}return W(()=>{if("gathering"!==t)return;let e=setInterval(()=>{u()},2e3);return()=>clearInterval(e)},[t]),T`
<div class="gathered">
<${F} name="box" />
${"gathering"===t&&T`<${ko} label=${$("How far it is")} share=${s} />`}
</div>
<p>${$("Everything this place keeps of yours, to read or to take with you.")}</p>
${i&&T`<p class="problem" role="alert">${i}</p>`}
<p role="status" class="outcome">
${"gathering"===t?$("Gathering it. This takes a moment."):""}
${"ready"===t?$("It is ready, until {day}.",{day:ze(n,e.now())}):""}
</p>
${"ready"===t?T`<p class="row">
<a class="button quiet" href="/account/export">${$("Read it")}</a>
<a class="button quiet" href="/account/export.json" download>
${$("Take it as a file")}
</a>
</p>`:T`<button type="button" class="quiet" disabled=${""!==t} onClick=${u}>
${$("Gather my data")}
</button>`}
`}function _o(){let e=N(),[t,o]=I("");return T`
<p>
${$("At once nobody sees you any more, nor anything you wrote. For 72 hours you can sign in and take it back. Then it is removed for good.")}
</p>
<p class="soft small">
${$("What stays: words that were reported, for at most 180 days, or 30 days after a moderator has seen to it. Your name is nobody's for half a year, so that nobody can pass for you. What others wrote to you is theirs.")}
</p>
${t&&T`<p class="problem" role="alert">${t}</p>`}
<${Kt}
words=${$("Leave this place")}
sure=${$("Yes, leave")}
on_press=${()=>{!async function(){let t=await e.step_up.withStepUp(()=>e.ask_http("account.erase",{}));if(t.ok)return e.left();let n="forbidden"===t.error.code&&"admin"===G.peek().me?.role;o(n?$("Nobody else looks after this place yet. Name another administrator first, under People."):k(t.error,e.now()))}()}}
>
<p><b>${$("Leave this place?")}</b> ${$("You can come back within 72 hours.")}</p>
<//>
`}function Mo(){let e=N(),[t,o]=I(!1),n=Pe(String(t)),a=ee.value.filter(e=>"sent"!==e.status).length,s=g("{count} message has not gone out, and would be gone. Sign out all the same","{count} messages have not gone out, and would be gone. Sign out all the same",a);return T`
<button type="button" class="menu-item" onClick=${function(){a>0&&!t?o(!0):(n||!t)&&e.sign_out()}}>
<${Re} name="leave" />
<span role=${t?"alert":null}>${t?s:$("Sign out")}</span>
</button>
`}function So({on_close:e}){let t=G.value,{me:o}=t,n=(t,o)=>T`<${Ue}
icon=${"switcher"===o?"search":"keys"}
on_press=${()=>{e(),fe(o)}}
>${t}<//
>`;return T`
<${Le} title=${o?$("You are {handle}",o):$("Menu")} on_close=${e}>
<${Ke} onClick=${function(e){return t=>{t.target instanceof Element&&t.target.closest("a")&&e()}}(e)}>
${r(t)&&!X.has(Q.value)&&T`<${Co} />`}
${n($("Go to …"),"switcher")}
${ie()&&n($("Keys"),"shortcuts")}
<${Mo} />
<//>
<//>
`}function Co(){let e=G.value,t=e.reports_new+e.help_new;return T`
${e.me&&"admin"!==e.me.role&&T`<${xo} visible=${e.me.visible} />`}
<${Ue} icon="room" href="/app">${$("Rooms")}<//>
${"admin"!==e.me?.role&&T`<${Ue} icon="save" href="/app/saved">${$("Saved messages")}<//>
<${Ue} icon="search" href="/app/search">${$("Search")}<//>`}
<${Ue} icon="settings" href="/app/settings">${$("Settings")}<//>
${a(e)&&T`<${Ue} icon="flag" href="/app/reports">
${$("Reports and requests")}${" "}
${t>0&&T`<span class="count">${b(t)}</span>`}
<//>`}
${s(e)&&T`<${Ue} icon="people" href="/app/care">
${$("Looking after this place")}${" "}
${e.staff_new>0&&T`<span class="count">${b(e.staff_new)}</span>`}
<//>`}
<${Ue} icon="help" href="/app/help">${$("Help")}<//>
`}function xo({visible:e}){let t=N();return T`
<label class="check">
<input
type="checkbox"
checked=${e}
onChange=${e=>{t.act.showMe(e.target.checked,!0===G.value.me?.reading)}}
/>
<span>${$("Show my name among those who are here. Otherwise I am only counted.")}</span>
</label>
`}import{ao as Ao}from"./main-5f5385228e.js";function To({on_close:e}){let{enter_sends:t,single_keys:o}=J.value,n=Ao(t,{shift:!1,ctrl:!1,real_keys:ie()}),a=re()?"⌘":$("Ctrl");return T`
<${Le} title=${$("Keys")} kind="wide" on_close=${e}>
<h3>${$("Everywhere")}</h3>
<dl class="keys-list">
<${Wo} keys=${[a,"K"]} does=${$("Go to a room, a page or an action")} />
<${Wo} keys=${["F6"]} does=${$("On to the next part of the page")} />
<${Wo} keys=${[$("Shift"),"F6"]} does=${$("Back to the part before")} />
<${Wo} keys=${[$("Ctrl"),"/"]} does=${$("Show these keys")} />
<${Wo} keys=${[$("Esc")]} does=${$("Close what is open; in a room: all is read")} />
</dl>
<h3>${$("While writing")}</h3>
<dl class="keys-list">
${n?T`<${Wo} keys=${[$("Enter")]} does=${$("Send")} />
<${Wo} keys=${[$("Shift"),$("Enter")]} does=${$("A new line")} />`:T`<${Wo} keys=${[$("Enter")]} does=${$("A new line")} />
<${Wo} keys=${[$("Ctrl"),$("Enter")]} does=${$("Send")} />`}
<${Wo} keys=${["@"]} does=${$("Finish the name of someone here")} />
<${Wo} keys=${["↑"]} does=${$("In an empty field: change your last words")} />
</dl>
<h3>${$("In the list of messages")}</h3>
<dl class="keys-list">
<${Wo} keys=${["↑","↓"]} does=${$("From message to message")} />
<${Wo} keys=${[$("Home"),$("End")]} does=${$("To the first and the last")} />
<${Wo} keys=${[$("Enter")]} does=${$("What can be done with it")} />
${o&&T`<${Wo} keys=${["R"]} does=${$("Reply")} />
<${Wo} keys=${["E"]} does=${$("Change the words, if they are yours")} />
<${Wo} keys=${["S"]} does=${$("Save it for yourself, or no longer")} />
<${Wo} keys=${["U"]} does=${$("From here on it is new again")} />
<${Wo} keys=${["?"]} does=${$("Show these keys")} />`}
</dl>
${!o&&T`<p class="soft">${$("Single letters are switched off.")}</p>`}
<//>
`}function Wo({keys:e,does:t}){return T`
<dt>${e.map((e,t)=>[t>0?" ":"",T`<kbd key=${e}>${e}</kbd>`])}</dt>
<dd>${t}</dd>
`}function qo(){let e=N().step_up.asking.value;return e&&T`<${Io} show=${e.show} cancel=${e.cancel} />`}function Io({show:e,cancel:t}){return T`
<${Le} title=${$("Is it you?")} on_close=${t}>
<p>${$("Please show once more that it is you.")}</p>
<${Ht} words=${$("It is me")} ask=${function({passphrase:t="",code:o=""}){let n=o.replaceAll(/\s/g,"");return e(n?{passphrase:t,code:n}:{passphrase:t})}} keeps>
<label class="field">
<span>${$("Your own passphrase")}</span>
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
`}function Eo(){return G.value.account.second_factor?T`<label class="field">
<span>${$("Six digits from your authenticator app")}</span>
<input name="code" required inputmode="numeric" autocomplete="one-time-code" maxlength="12" />
</label>`:null}function zo(e){return Object.values(e.rooms).sort((e,t)=>+(t.mentions>0)-+(e.mentions>0)||+(t.unread>0)-+(e.unread>0)||e.room.name.localeCompare(t.room.name)).map(({room:e,unread:t})=>({key:e.room_id,words:e.name,kind:t>0?g("{count} new","{count} new",t):$("room"),path:We(e.room_id)}))}function No(e){let t=(e,t)=>({key:e,words:t,kind:$("page"),path:e}),o=[t("/app/help",$("Help now"))];return r(e)&&(o.unshift(t("/app",$("All rooms"))),"admin"!==e.me?.role&&o.push(t("/app/saved",$("Saved messages"))),"admin"!==e.me?.role&&o.push(t("/app/search",$("Search"))),o.push(t("/app/settings",$("Settings"))),a(e)&&o.push(t("/app/reports",$("Reports and requests"))),s(e)&&o.push(t("/app/care",$("Looking after this place")))),o}function Lo(e,t){let o=lt(t.trim()),n=e.filter(({words:e})=>lt(e).startsWith(o)),a=e.filter(e=>!n.includes(e)&&lt(e.words).includes(o));return[...n,...a]}function Yo({on_close:e,on_choose:t}){let o=z(),[n,a]=I(""),[s,i]=I(0),l=q(null),u=function(e){let t=ce.value.filter(e=>e.words);return[...r(e)?zo(e):[],...t.map(({key:e,words:t,run:o})=>({key:`do-${e}`,words:t,kind:$("action"),run:o})),...No(e)]}(G.value),c=Lo(u,n),d=Math.min(s,c.length-1);return W(()=>{l.current?.querySelector("[aria-selected=true]")?.scrollIntoView({block:"nearest"})},[d,n]),T`
<${Le} title=${$("Go to")} on_close=${e}>
<input
role="combobox"
aria-label=${$("A room, a page or an action")}
aria-autocomplete="list"
aria-expanded=${c.length>0}
aria-controls=${o}
aria-activedescendant=${c.length>0?`${o}-${d}`:null}
autocomplete="off"
autofocus
value=${n}
onInput=${e=>{a(e.target.value),i(0)}}
onKeyDown=${function(e){if(e.isComposing)return;let{value:o}=e.currentTarget,a=o===n?c[d]:Lo(u,o)[0];if("ArrowDown"===e.key)i((d+1)%Math.max(c.length,1));else if("ArrowUp"===e.key)i((d||c.length)-1);else{if("Enter"!==e.key||!a)return;t(a)}e.preventDefault()}}
/>
<p class="soft small" role="status">
${0===c.length?$("Nothing has that name."):g("{count} place","{count} places",c.length)}
</p>
<ul id=${o} ref=${l} class="places" role="listbox" aria-label=${$("Places")}>
${c.map((e,n)=>T`<li
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
`}import{aq as jo}from"./main-5f5385228e.js";function Oo({on_close:e}){let t=ee.value.filter(e=>"late"===e.status||"failed"===e.status);return T`
<${Le} title=${$("Not gone out")} kind="wide" on_close=${e}>
${0===t.length&&T`<p role="status">${$("Nothing is waiting any more.")}</p>`}
${t.map(e=>T`<section key=${e.nonce}>
<h3>${G.value.rooms[e.room_id]?.room.name??$("A room that you are not in")}</h3>
<${jo} pending=${e} />
</section>`)}
<//>
`}var Ro=pe(()=>import("./later-5f5385228e.js").then(e=>e.UnsentList));function Ho(){let[e,t]=I(!1),o=()=>t(!1),{timeline:n,me:a}=G.value,s=n?.room?n.room_id:"",r=ee.value.filter(e=>("late"===e.status||"failed"===e.status)&&e.room_id!==s);return X.has(Q.value)||!a?null:T`
<div role="status">
${r.length>0&&T`<div class="banner">
<p>
${g("{count} message of yours has not gone out.","{count} messages of yours have not gone out.",r.length)}
</p>
<button
type="button"
class="quiet"
aria-haspopup="dialog"
onClick=${()=>t(!0)}
>
${$("Look")}
</button>
</div>`}
</div>
${e&&T`<${Ro} on_close=${o} on_missing=${o} />`}
`}import{ar as Do,as as Ko,at as Uo,au as Po}from"./main-5f5385228e.js";function Vo({warning:e,topics:t,on_change:o,on_close:n}){let a=z(),[s,r]=I(e),[i,l]=I(t),u=i.length>=Ko;return T`
<${Le} title=${$("A content warning")} on_close=${n}>
<form class="stack" onSubmit=${function(e){e.preventDefault(),n(),o({warning:s.trim(),topics:i})}}>
<label class="field">
<span>${$("In a few words")}</span>
<input
autofocus
maxlength=${Uo}
autocomplete="off"
dir="auto"
aria-describedby=${`${a}-words`}
value=${s}
onInput=${e=>r(e.target.value)}
/>
<small id=${`${a}-words`} class="soft">
${$("Your message is folded under them until someone opens it.")}
</small>
</label>
<fieldset aria-describedby=${`${a}-topics`}>
<legend>${$("What it is about")}</legend>
<p id=${`${a}-topics`} class="soft small">
${$("Up to three. It is folded for those who asked not to come upon that.")}
</p>
<div class="topics">
${Do.map(e=>T`<label key=${e} class="check">
<input
type="checkbox"
checked=${i.includes(e)}
disabled=${u&&!i.includes(e)}
onChange=${()=>function(e){let t=i.filter(t=>t!==e);l(t.length<i.length?t:[...i,e])}(e)}
/>
<span>${Po(e)}</span>
</label>`)}
</div>
</fieldset>
<button type="submit" class="main">${$("Done")}</button>
</form>
<//>
`}var Fo={unkind:m("Why: something you wrote was unkind."),private_details:m("Why: something you wrote told private details."),dealing:m("Why: substances were offered or asked for."),method_detail:m("Why: something you wrote described how to do harm."),off_topic:m("Why: what you wrote didn't belong in this room."),breaks_guidelines:m("Why: something you wrote went against the guidelines.")};function Bo({reason:e}){let t=Fo[e??""];return T`
${t&&T`<p>${$(t)}</p>`}
<p>
${$("A person decided this, not a machine. If you see it differently, tell the moderators: under “Help now”, “I need to talk” still works.")}
</p>
`}import{av as Go}from"./main-5f5385228e.js";function Jo({api:e,renewed:t,asking:o}){return{withStepUp:async function(n){let a=await n();return a.ok||"step_up_needed"!==a.error.code||o.peek()?a:await new Promise(n=>{let a=e=>{o.value=null,n(e)};o.value={async show(o){let n=await e("POST","/api/step-ups",o);return n.ok&&(await t(),a(!0)),n},cancel:()=>a(!1)}})?n():Go("cancelled","",{retryable:!1})}}}function Qo(e,t){let o=e.rooms[t.room_id],n="waiting"===o?.membership.standing;if("you.membership_changed"!==t.kind||!o||!n)return"";let a=o.room.name;return null===t.membership?o.leaving?"":$("{room}: not this time.",{room:a}):"in"===t.membership.standing?$("You can come into {room} now.",{room:a}):""}function Xo(e,t){return"site.changed"!==t.kind||!e||t.guidelines_version<=e.guidelines_version?"":$("The guidelines of this place have changed. You can read them when you come in next.")}import{aw as Zo}from"./main-5f5385228e.js";import{ax as en}from"./main-5f5385228e.js";function tn({title:e,lead:t,base:o,groups:n,common:a={},news:s={}}){let r=N(),{section:i}=r.router.route.value,l=n.flatMap(e=>e.sections).find(e=>e.name===i),u=function(e){let t=q(null),o=q(e);return W(()=>{o.current!==e&&t.current?.focus(),o.current=e},[e]),t}(i),c=l?$(l.title):e;en(c);let d=T`<${on}
title=${e}
base=${o}
groups=${n}
current=${l?.name??""}
news=${s}
/>`;return l?T`
<section class="page sectioned" data-region>
<div class="sectioned-list">${d}</div>
<div class="sectioned-main">
<a class="back" href=${o}>${e}</a>
<div class="section-head">
<span class="section-sign"><${Re} name=${l.icon} /></span>
<h1 ref=${u} tabindex="-1">${c}</h1>
</div>
<div class="sheet-of-one"><${l.part} key=${l.name} ...${a} /></div>
</div>
</section>
`:T`
<section class="page" data-region>
<a class="back" href="/app">${$("All rooms")}</a>
<h1 ref=${u} tabindex="-1">${e}</h1>
${t&&T`<p class="lead">${t}</p>`} ${d}
</section>
`}function on({title:e,base:t,groups:o,current:n,news:a}){return T`
<nav class="sections" aria-label=${e}>
${o.map(e=>T`
<div key=${e.title} class="section-group">
${e.title&&T`<h2>${$(e.title)}</h2>`}
<ul>
${e.sections.map(e=>T`<li key=${e.name}>
<a
class="section-link"
href=${`${t}/${e.name}`}
aria-current=${e.name===n?"page":null}
>
<${Re} name=${e.icon} />
<span class="section-words">
<span class="section-title">
${$(e.title)}${" "}
${(a[e.name]??0)>0&&T`<span class="count">
${a[e.name]}<span class="unseen"> ${$("new")}</span>
</span>`}
</span>
${e.about&&T`<span class="soft small about">${$(e.about)}</span>`}
</span>
<${Re} name="forward" />
</a>
</li>`)}
</ul>
</div>
`)}
</nav>
`}var nn={"message.hide":m("{who} took a message out of sight."),"room.remove":m("{who} removed {someone} from a room."),"room.mute":m("{who} let {someone} only read along."),"room.set_relation":m("{who} changed what {someone} is to a room."),"report.close":m("{who} has seen to a report."),"sanction.ban":m("{who} kept {someone} out."),"sanction.lift":m("{who} let {someone} back in."),"user.admit":m("{who} let {someone} in who had knocked."),"user.refuse":m("{who} said no to {someone} who had knocked."),"user.freeze":m("{who} closed the account of {someone}."),"user.unfreeze":m("{who} opened the account of {someone} again."),"user.end_sign_ins":m("{who} signed {someone} out everywhere."),"user.create":m("{who} made an account for {someone}."),"user.reset":m("{who} gave {someone} a new way in."),"user.list":m("{who} looked at the list of accounts."),"role.propose":m("{who} proposed a role for {someone}."),"role.approve":m("{who} agreed to a role for {someone}."),"role.refuse":m("{who} said no to a role for {someone}."),"role.give":m("{who} gave a role to {someone}."),"role.set":m("{who} gave a role to {someone}."),"role.take":m("{who} took a role back from {someone}."),"role.undo":m("{who} undid within 72 hours a change of role of {someone}."),"restore.ask":m("{who} began to help {someone} back in."),"restore.confirm":m("{who} met {someone} who is helped back in."),"restore.refuse":m("{who} stopped helping {someone} back in."),"invite.create":m("{who} made an invitation."),"invite.revoke":m("{who} took an invitation back."),"site.change":m("{who} changed how this place shows itself."),"site.set_registration":m("{who} changed who may come in by themselves."),"site.set_helplines":m("{who} changed which help lines come first."),"site.confirm_helplines":m("{who} has called the help lines."),"backup.take":m("{who} took a backup."),restore:m("{who} went back to a backup."),"room.close":m("{who} closed a room."),"room.reopen":m("{who} opened a room again.")},an={"role.lapse":m("A role was proposed, and nobody decided in time."),"restore.lapse":m("A code to come back in was not used in time."),"restore.use":m("Someone came back in by a code from staff."),"staff.recovered":m("Someone on staff came back in by a recovery code."),"restore.stop":m("Someone did not want to be helped back in: it was not them who asked.")};function sn({overview:e}){let t=N(),{items:o,cursor:n,problem:a,known:s,load:r}=Fe(e=>t.ask_http("audit.list",{cursor:e}),e=>e.entries),i=new Map(e.staff.map(e=>[e.user.user_id,e.user.handle]));return T`
<p class="soft">
${$("It can't be changed or removed. It names nobody but those who look after the place.")}
</p>
${a&&T`<p class="problem" role="alert">${a}</p>`}
${s&&0===o.length&&T`<p class="soft">${$("Nothing yet.")}</p>`}
<ul class="deeds">
${o.map(e=>T`<li key=${e.number}>
<span class="soft small">${ze(e.at,t.now())}</span>${" "}
${function({actor_id:e,action:t,about:o},n){let a=an[t];if(a)return $(a);let s=nn[t]??m("{who} did what this page has no words for yet.");return $(s,{who:rn(e,n),someone:n.get(o)??$("someone")})}(e,i)}
</li>`)}
</ul>
<${Ve} cursor=${n} words=${$("Older ones")} load=${r} />
`}function rn(e,t){return"operator"===e?$("Whoever runs the server"):t.get(e)??$("Someone who has looked after this place")}function ln(e,t){let[o]=I(e),n=q({...e}),a=q(null);return W(()=>{let{elements:o}=a.current?.form;for(let a of t){let t=o.namedItem(a);t.value===n.current[a]&&(t.value=e[a],n.current[a]=e[a],"guidelines"===a&&(n.current.guidelines_version=e.guidelines_version))}},[e]),{first:o,box:a,changed:e=>Object.fromEntries(t.flatMap(t=>e[t]===n.current[t]?[]:[[t,e[t]]])),keep:e=>{Object.assign(n.current,e)},version:()=>n.current.guidelines_version}}function un(){let e=N(),[t,o]=I(null),[n,a]=I(""),s="up"===Q.value,r="offline"===Q.value||"down"===Q.value,{site:i}=G.value;W(()=>{(s||r&&!t)&&async function(){let t=await e.ask_http("site.show",{});if(!t.ok)return a(k(t.error,e.now()));a(""),o(t)}()},[s,r,i]);let l=n?T`<p class="problem" role="alert">${n}</p>`:T`<p class="soft" role="status">${$("One moment …")}</p>`;return{site:t,instead:l}}var cn=[["hearth",m("Hearth: warm as clay")],["sea",m("Sea: calm and wide")],["forest",m("Forest: quiet and green")],["plum",m("Plum: soft as evening")]],dn=["name","welcome","palette"];function pn({site:e}){let t=N(),{first:o,box:n,changed:a,keep:s}=ln(e,dn);return T`
<${Ht}
words=${$("Save")}
keeps
ask=${async function(e){let o=a(e),n=await t.ask_http("site.change",o);return n.ok&&s(o),n}}
done=${()=>$("Saved. Open pages show it by themselves.")}
>
<label class="field">
<span>${$("What this place is called")}</span>
<input ref=${n} name="name" maxlength="60" autocomplete="off" defaultValue=${o.name} />
</label>
<p class="soft small">
${$("Left empty, it is called {name}, as the server's settings say.",{name:e.configured_name})}
</p>
<label class="field">
<span>${$("Words of welcome, for whoever finds it")}</span>
<textarea
name="welcome"
rows="3"
maxlength="500"
dir="auto"
defaultValue=${o.welcome}
></textarea>
</label>
<p class="soft small">
${$("They stand on the first page. Left empty, it has words of its own.")}
</p>
<${hn} chosen=${o.palette} />
<//>
`}function hn({chosen:e}){return T`
<fieldset>
<legend>${$("Colours")}</legend>
${cn.map(([t,o])=>T`<label key=${t} class="check">
<input type="radio" name="palette" value=${t} defaultChecked=${t===e} />
<span class="swatch" data-palette=${t} aria-hidden="true"></span>
<span>${$(o)}</span>
</label>`)}
</fieldset>
`}var $n=[m("What is said here stays here, and so does who is here."),m("Speak of yourself. Ask before you give advice."),m("Come as you are, also after a hard night. Nobody counts your days against you."),m("Just reading is fine. So is leaving, and coming back."),m("Nothing is bought, sold or arranged here, and nobody describes how to use or how to do harm."),m("If someone asks you to stop, stop. If something is not right, tell a moderator: it takes two presses.")];function mn({text:e}){return e?T`<div class="guidelines as-written" dir="auto">${e}</div>`:T`<ul class="plain-list">
${$n.map(e=>T`<li key=${e}>${$(e)}</li>`)}
</ul>`}var fn={ArrowRight:(e,t)=>(e+1)%t,ArrowLeft:(e,t)=>(e-1+t)%t,Home:()=>0,End:(e,t)=>t-1};function wn({label:e,tabs:t,first:o=t[0]?.name??""}){let[n,a]=I(o),s=z(),r=Math.max(t.findIndex(e=>e.name===n),0),i=t[r];return T`
<div class="tabbed">
<div class="tabs" role="tablist" aria-label=${e} onKeyDown=${function(e){let o=fn[e.key];if(!o||e.altKey||e.ctrlKey||e.metaKey)return;e.preventDefault();let n=o(r,t.length);a(t[n]?.name??""),e.currentTarget.querySelectorAll('[role="tab"]')[n]?.focus()}}>
${t.map(({name:e,words:t})=>T`<button
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
${t.map(({name:e,sheet:t})=>T`<div
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
`}var gn=["guidelines"];function yn({site:e}){let t=N(),{first:o,box:n,version:a,keep:s}=ln(e,gn),[r,i]=I(o.guidelines),[l,u]=I(null),c=T`
${!r.trim()&&T`<p class="soft small">${$("Left empty, they are these:")}</p>`}
<${mn} text=${r.trim()} />
`;return T`
<p>
${$("Everyone reads these when they come in for the first time. When you change them, everyone is asked to read them once more, the next time they come in.")}
</p>
<${Ht}
words=${$("Save")}
sure=${$("Yes, ask everyone to read them")}
keeps
ask=${async function({guidelines:e=""}){let o={guidelines:e,guidelines_version:a()},n=await t.ask_http("site.change",o);return n.ok?(s({guidelines:e,guidelines_version:n.guidelines_version}),u(null)):"changed_meanwhile"===n.error.code&&await async function(){let e=await t.ask_http("site.show",{});e.ok&&(s({guidelines_version:e.guidelines_version}),u(e.guidelines))}(),n}}
done=${()=>$("Saved.")}
>
<${wn}
label=${$("Write, and look at it")}
tabs=${[{name:"write",words:$("Write"),sheet:()=>T`
<label class="field">
<span>${$("Our guidelines")}</span>
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
`},{name:"look",words:$("As people read it"),sheet:()=>c}]}
/>
${null!==l&&T`<section class="card stack">
<h3>${$("What someone else has written, and holds now")}</h3>
<${mn} text=${l} />
</section>`}
<//>
`}var bn=[["crisis",m("For a crisis")],["addiction",m("For addiction")],["poison/overdose",m("For poisoning or overdose")]];function kn({number:e,line:t,suffix:o,on_remove:n}){let a=(e,n,a={})=>T`<label class="field">
<span>${n}</span>
<input
name=${`${e}-${o}`}
autocomplete="off"
defaultValue=${t[e]??""}
...${a}
/>
</label>`;return T`
<fieldset class="card">
<legend>${$("Our line {number}",{number:e})}</legend>
${a("name",$("Its name"),{required:!0})}
<label class="field">
<span>${$("What for")}</span>
<select name=${`purpose-${o}`}>
${bn.map(([e,o])=>T`<option key=${e} value=${e} selected=${e===t.purpose}>
${$(o)}
</option>`)}
</select>
</label>
${a("tel",$("Number to call"),{type:"tel",inputmode:"tel"})}
${a("sms",$("Number to text"),{type:"tel",inputmode:"tel"})}
${a("sms_word",$("The word to text, if it needs one"))}
${a("url",$("Web address"),{type:"url",placeholder:"https://"})}
${a("hours",$("When they answer"),{required:!0})}
${a("languages",$("Languages, by their short codes: en, es"),{required:!0,defaultValue:t.languages.join(", ")})}
${a("source",$("A page where everyone can look it up"),{type:"url",required:!0,placeholder:"https://"})}
<button type="button" class="quiet" onClick=${n}>${$("Take this line out")}</button>
</fieldset>
`}function vn({site:e,on_changed:t}){let o=N(),[n,a]=I(e.help_country),[s,r]=I(function(e){return e.map((e,t)=>({...e,key:t}))}(e.own_lines)),i=Math.max(0,...s.map(({key:e})=>e))+1,{list:l,leaves:u}=ft();return function(e,t){let o=q(t);E(()=>{let n=t>o.current;o.current=t,n&&e.current?.lastElementChild?.querySelector("input")?.focus()},[t])}(l,s.length),T`
<${Ht}
words=${$("Save")}
keeps
ask=${async function(e){let a={country:n,own:s.map(({key:t})=>function(e,t){let o=o=>(e[`${o}-${t}`]??"").trim();return{name:o("name"),purpose:o("purpose"),tel:o("tel")||null,sms:o("sms")||null,sms_word:o("sms_word"),url:o("url")||null,languages:o("languages").split(/[\s,]+/).filter(Boolean),hours:o("hours"),source:o("source")}}(e,t))},r=await o.step_up.withStepUp(()=>o.ask_http("site.set_helplines",a));return r.ok&&(await o.helplines.refresh(),await t()),r}}
done=${()=>$("Saved. Please call all of them before you confirm them below.")}
>
<label class="field">
<span>${$("The country where most of your people live")}</span>
<select
value=${n}
onChange=${e=>a(e.target.value)}
>
<option value="">${$("None: everyone chooses for themselves")}</option>
${e.countries.map(({code:e,name:t})=>T`<option key=${e} value=${e}>${t}</option>`)}
</select>
</label>
<ul class="cards" ref=${l}>
${s.map((e,t)=>T`<li key=${e.key}>
<${kn}
number=${t+1}
line=${e}
suffix=${e.key}
on_remove=${()=>function(e){u(),r(s.filter(t=>t!==e))}(e)}
/>
</li>`)}
</ul>
${s.length<3&&T`<button
type="button"
class="quiet"
onClick=${()=>r([...s,{name:"",purpose:"crisis",tel:null,sms:null,sms_word:"",url:null,languages:["en"],hours:"",source:"",key:i}])}
>
${$("Add a line of our own")}
</button>`}
<p class="soft small">
${$("You are asked once more who you are: a wrong number is the worst this place could show.")}
</p>
<//>
`}function _n({country:e,confirmed:t,on_changed:o}){let n=N(),[a,s]=I(n.helplines.kept());W(()=>{n.helplines.refresh().then(()=>s(n.helplines.kept()))},[]);let r=a.countries.filter(({code:t})=>t===e),i=a.international?[a.international]:[],l=[...r.length>0?r:a.countries,...i];return T`
${l.map(e=>T`<${Mn} key=${e.code} country=${e} />`)}
${t?T`<p class="soft">${$("Somebody has called these, and people answer there.")}</p>`:T`<div class="card">
<p><b>${$("Call the help lines first.")}</b></p>
<p>
${$("Nobody comes in uninvited until someone has called the numbers that your people may need.")}
</p>
<${Kt}
words=${$("We have called them")}
sure=${$("Yes, they answer")}
on_press=${()=>{!async function(){let e=await n.ask_http("site.confirm_helplines",{});n.tellRefusal(e),e.ok&&n.tell($("Thank you. That is noted.")),await o()}()}}
>
<p class="soft">
${$("A wrong number is the worst that this place could show someone.")}
</p>
<//>
</div>`}
`}function Mn({country:e}){return T`
<h3>${e.name}</h3>
<ul class="plain-list">
${e.emergency&&T`<li>${$("Emergency: {number}",{number:e.emergency})}</li>`}
${e.lines.map((e,t)=>T`<li key=${t}>
<b>${e.name}</b>: ${function({tel:e,sms:t,url:o}){let n=[e&&$("call {number}",{number:e}),t&&$("text {number}",{number:t.number}),o];return f(n.filter(e=>null!==e))}(e)}
<span class="soft small"> (${e.hours})</span>
</li>`)}
</ul>
`}function Sn({waiting:e,on_changed:t}){let o=N(),[n,a]=I(!1),s=Pe(e.map(e=>e.user_id).join(" ")),{list:r,heading:i,leaves:l}=ft();async function u(e,n){l(),a(!0);let s=await o.ask_http(e,{user_id:n});s.ok?"user.admit"===e?o.tell($("They are in.")):o.tell($("You said no. Their page says so, kindly.")):o.tellRefusal(s),await t(),a(!1)}return T`
<h2 ref=${i} tabindex="-1">${$("At the door")}</h2>
${0===e.length&&T`<p class="soft">${$("Nobody waits to be let in.")}</p>`}
<ul class="cards" ref=${r}>
${e.map(e=>T`<li key=${e.user_id} class="card">
<p>
${w("{handle} knocked {day}",{handle:T`<b>${e.handle}</b>`,day:T`<span class="soft">${Ne(e.knocked_on,o.now())}</span>`})}
</p>
<div class="row">
<button
type="button"
class="main"
aria-label=${$("Let {handle} in",{handle:e.handle})}
disabled=${n||!s}
onClick=${()=>u("user.admit",e.user_id)}
>
${$("Let in")}
</button>
<${Kt}
words=${$("Say no to {handle}",{handle:e.handle})}
sure=${$("Yes, say no to {handle}",{handle:e.handle})}
on_press=${()=>u("user.refuse",e.user_id)}
/>
</div>
</li>`)}
</ul>
`}function Cn({person:e,on_changed:t}){let o=N(),[n,a]=I(null);return n?T`<${xn} ...${n} handle=${e.handle} on_done=${function(){a(null),gt()}} />`:T`
<details>
<summary>${$("Help them back in")}</summary>
<p class="soft small">
${$("For someone who lost their passphrase and their codes. You get a code to hand to them. Every device on which they are signed in is told, and can stop it.")}${" "}
${"moderator"===e.role&&$("They are a member then, until they are named again.")}
</p>
<${Ht} words=${$("Make the code")} ask=${async function({met:n}){let s={user_id:e.user_id,met:"yes"===n},r=await o.step_up.withStepUp(()=>o.ask_http("restore.ask",s));return r.ok&&(a({...r,met:s.met}),await t()),r}}>
<fieldset>
<legend>${$("Did you meet them?")}</legend>
<label class="check">
<input type="radio" name="met" value="no" checked />
<span>${$("No. The code works after 24 hours.")}</span>
</label>
<label class="check">
<input type="radio" name="met" value="yes" />
<span>
${$("Yes, face to face. It works as soon as another of us says so too, or at once where there is nobody else.")}
</span>
</label>
</fieldset>
<//>
</details>
`}function xn({code:e,from_at:t,until:o,handle:n,met:a,on_done:s}){let r=N().now(),i=ze(o,r),l=t<=r?$("It works now, until {at}.",{at:i}):$("It works from {from}, unless they stop it, until {at}.",{from:ze(t,r),at:i});return T`
<${Ft}
title=${$("Shown only now")}
on_done=${s}
more=${T`<${Gt} text=${e} />`}
>
<p>${$("Hand this code to {handle}, in person or by phone.",{handle:n})}</p>
<p><code class="big-code">${e}</code></p>
<p class="soft">
${l}${" "}
${$("They use it under “I have a recovery code”, where one signs in.")}
</p>
${a&&t>r&&T`<p>
${$("It works at once when another of us says so too: under People, I met them too.")}
</p>`}
<//>
`}var An=["member","moderator","admin"];function Tn({alone:e,on_changed:t}){let o=N(),[n,a]=I(null),[s,r]=I(0);return T`
<h2>${$("Find a person")}</h2>
<${Ht} words=${$("Find")} kind="quiet" keeps ask=${async function({handle:e=""}){let n=await o.ask_http("user.find",{handle:e});if(!n.ok){if("not_found"!==n.error.code)return n;n.error.message=$("Nobody here has that name.")}return a(n.ok?n.user:null),r(e=>e+1),n.ok&&await t(),n}}>
<label class="field">
<span>${$("Their name here, as they write it")}</span>
<input name="handle" required autocomplete="off" autocapitalize="none" spellcheck=${!1} />
</label>
<//>
${n&&T`<${Wn}
key=${n.user_id}
person=${n}
alone=${e}
searches=${s}
on_changed=${async function(){let e=n&&await o.ask_http("user.find",{handle:n.handle});e?.ok&&a(e.user),await t()}}
/>`}
`}function Wn({person:e,alone:t,searches:o,on_changed:n}){let{me:a}=G.value,s="admin"===a?.role,r=a?.user_id===e.user_id,i="member"===e.role||s&&"admin"!==e.role,l=!r&&i&&"waiting"!==e.state,u="active"===e.state||"banned"===e.state,c=s&&!r&&("active"===e.state||"member"!==e.role),d={person:e,on_changed:n};return T`
<div class="card person-card">
<h3>${e.handle}</h3>
<p class="soft">${function({role:e,state:t},o){return`${[Ot(e),Rt(t),o?$("this is you"):""].filter(Boolean).join("; ")}.`}(e,r)}</p>
${l&&u&&T`<${qn} ...${d} />`}
${l&&u&&T`<${In} person=${e} />`}
${l&&u&&T`<${Cn} ...${d} />`}
${c&&T`<${En} key=${o} ...${d} alone=${t} />`}
${l&&s&&T`<${Ln} ...${d} />`}
</div>
`}function qn({person:e,on_changed:t}){let o=N(),{user_id:n}=e;if("banned"===e.state){let{banned_until:a,ban_reason:s}=e,r=null===a?$("Kept out until somebody lifts it."):$("Kept out until {at}.",{at:ze(a,o.now())});return T`
<p>${r} ${Se(s??"")}</p>
<${Kt}
words=${$("Let them back in")}
sure=${$("Yes, let them in")}
on_press=${async function(){let a=await o.ask_http("sanction.lift",{user_id:n});o.tellRefusal(a),a.ok&&o.tell($("{handle} can come back in.",{handle:e.handle})),await t()}}
/>
`}return T`
<details>
<summary>${$("Keep them out for a while")}</summary>
<p class="soft small">
${$("They are told the reason and until when. They can still ask for help.")}
</p>
<${Ht} words=${$("Keep them out")} ask=${async function({reason:a,days:s}){let r=""===s?null:o.now()+864e5*Number(s),i=await o.ask_http("sanction.ban",{user_id:n,reason:a,until:r});return i.ok&&(o.tell($("Done. {handle} is out on every device.",{handle:e.handle})),await t()),i}}>
<label class="field">
<span>${$("Why")}</span>
<select name="reason" required>
${_e.map(([e,t])=>T`<option value=${e}>${$(t)}</option>`)}
</select>
</label>
<label class="field">
<span>${$("How long")}</span>
<select name="days">
<option value="1">${$("A day")}</option>
<option value="7">${$("A week")}</option>
<option value="30">${$("30 days")}</option>
<option value="">${$("Until somebody lifts it")}</option>
</select>
</label>
<//>
</details>
`}function In({person:e}){let t=N();return T`<${Kt}
words=${$("Sign them out everywhere")}
sure=${$("Yes, sign them out")}
on_press=${async function(){let o=await t.ask_http("user.end_sign_ins",{user_id:e.user_id});t.tellRefusal(o),o.ok&&t.tell($("Signed out everywhere."))}}
/>`}function En({person:e,alone:t,on_changed:o}){let[n,a]=I("");return T`
<details>
<summary>${$("Give or take back a role")}</summary>
${n?T`<${zn} words=${n} />`:T`<${Nn}
person=${e}
alone=${t}
on_done=${e=>(a(function({state:e,role:t}){return $("done"!==e?"Proposed. Another administrator has to agree.":"member"===t?"Done. They sign in anew.":"Done. They sign in anew, and set up an authenticator app before any of it works.")}(e)),o())}
/>`}
</details>
`}function zn({words:e}){let t=q(null);return W(()=>t.current?.focus(),[]),T`<p ref=${t} tabindex="-1" role="status" class="outcome">${e}</p>`}function Nn({person:e,alone:t,on_done:o}){let n=N(),[a,s]=I(""),{handle:r}=e,i="member"===a?$("Make {handle} a member again",{handle:r}):a?$("Make {handle} {role}",{handle:r,role:jt(a)}):$("Give the role");return T`
<p class="soft small">
${$("Moderators see reports and requests for help and can look into every room. Administrators look after the place and read no room.")}${" "}
${$(t?"You decide this alone. Everyone else who looks after the place is told, and can take it back for 72 hours.":"Giving one takes two administrators.")}
</p>
<${Ht}
words=${i}
sure=${"admin"===a?$("Yes, an administrator"):""}
keeps
ask=${async function({role:t}){let a={user_id:e.user_id,role:t},s=await n.step_up.withStepUp(()=>n.ask_http("role.propose",a));return s.ok&&await o(s.proposal),s}}
>
<label class="field">
<span>${$("What they are to be")}</span>
<select
name="role"
required
value=${a}
onChange=${e=>s(e.target.value)}
>
<option value="">${$("Choose …")}</option>
${An.filter(t=>t!==e.role).map(e=>T`<option key=${e} value=${e}>${Ot(e)}</option>`)}
</select>
</label>
<//>
`}function Ln({person:e,on_changed:t}){let o=N(),n="frozen"!==e.state;async function a(){let a={user_id:e.user_id,frozen:n},s=await o.step_up.withStepUp(()=>o.ask_http("user.freeze",a));o.tellRefusal(s),s.ok&&o.tell($(n?"The account is closed.":"The account is open again.")),await t()}return n?T`<${Kt}
words=${$("Close the account")}
sure=${$("Yes, close it")}
on_press=${a}
>
<p class="soft small">
${$("Nobody signs in to it any more, until it is opened again. What they wrote stays.")}
</p>
<//>`:T`<${Kt}
words=${$("Open the account again")}
sure=${$("Yes, open it")}
on_press=${a}
/>`}function Yn({proposals:e,on_changed:t}){let o=N(),{list:n,heading:a,leaves:s}=ft();if(0===e.length)return null;async function r(e,n){let a=await o.step_up.withStepUp(()=>o.ask_http(e,{proposal_id:n}));o.tellRefusal(a),s(),a.ok&&o.tell($("Done.")),await t()}return T`
<h2 ref=${a} tabindex="-1">${$("To decide, or to know")}</h2>
<ul class="cards" ref=${n}>
${e.map(e=>T`<${jn} key=${e.proposal_id} proposal=${e} decide=${r} />`)}
</ul>
`}function jn({proposal:e,decide:t}){let o=N(),{proposal_id:n,kind:a,user:s,proposer:r,state:i,due_at:l}=e,{me:u}=G.value,c=r?.user_id===u?.user_id,d=s.user_id===u?.user_id,p="admin"===u?.role,h="waiting"===i&&!d,m=p||"member"===e.role_before,f="role"===a&&"done"===i&&l>o.now()&&!d,y=h&&"role"===a&&p&&!c,b=h&&"restore"===a&&l>o.now()&&!c&&m,k=h&&("restore"===a||p),v=(e,o,a)=>T`<${Kt}
words=${o}
label=${`${o}: ${s.handle}`}
sure=${a}
on_press=${()=>t(e,n)}
/>`;return T`
<li class="card">
<p>${function({kind:e,user:t,role:o,proposer:n,state:a}){let s=n?n.handle:$("Someone who has left"),r=T`<b>${t.handle}</b>`;if("restore"===e)return w("{who} helps {handle} back into their account.",{who:s,handle:r});let i=jt(o??"member");return w("done"===a||"undone"===a?"{who} made {handle} {role}.":"waiting"===a?"{who} proposes {handle} as {role}.":"{who} proposed {handle} as {role}.",{who:s,handle:r,role:i})}(e)}</p>
<p class="soft small">${function({kind:e,state:t,met:o,due_at:n},a){let s=ze(n,a);if("waiting"===t&&"role"===e)return $("Another administrator has to agree, by {at}.",{at:s});if("waiting"===t){let e=o>0?`${g("{count} of us met them.","{count} of us met them.",o)} `:"";return n<=a?`${e}${$("The code works now.")}`:`${e}${$("The code works from {at}, unless they stop it.",{at:s})}`}return"lapsed"===t?$("restore"===e?"The code was not used in time.":"Nobody decided in time."):"refused"===t?$("Stopped."):"stopped"===t?$("They stopped it: it was not them who asked."):"undone"===t?$("It was undone."):"restore"===e?$("They are back."):n>a?$("Done. It can be taken back until {at}.",{at:s}):$("Done.")}(e,o.now())}</p>
<div class="row">
${y&&v("proposal.approve",$("Agree"),$("Yes, I agree"))}
${b&&v("restore.confirm",$("I met them too"),$("Yes, I met them"))}
${k&&v("proposal.refuse",$("Stop it"),$("Yes, stop it"))}
${f&&v("proposal.undo",$("Take it back"),$("Yes, take it back"))}
</div>
</li>
`}var On=[["open",m("Open: anyone may come in by themselves")],["invite",m("By invitation: whoever was given a link")],["closed",m("Closed: nobody new comes in for now")]];function Rn({room:e,on_change:t,on_close:o}){let{name:n}=e,a=wt(e.closed);return T`
<li class="card" ref=${a}>
<h2 class="card-title">
${n}${e.closed&&T` <span class="tag">${$("closed")}</span>`}
</h2>
<p class="soft small">${$(Ce[e.access]??"")}</p>
<div class="row">
<button
type="button"
class="quiet"
aria-label=${$("Settings: {name}",{name:n})}
onClick=${t}
>
${$("Settings")}
</button>
${e.closed?T`<${Kt}
key="open"
words=${$("Open it again")}
label=${$("Open it again: {name}",{name:n})}
sure=${$("Yes, open it")}
on_press=${()=>o(!1)}
/>`:T`<${Kt}
key="close"
words=${$("Close it")}
label=${$("Close it: {name}",{name:n})}
sure=${$("Yes, close it")}
on_press=${()=>o(!0)}
>
<p class="soft small">
${$("Nobody writes in it or comes in any more. Whoever is in it can go on reading what is kept. It can be opened again.")}
</p>
<//>`}
</div>
</li>
`}var Hn=[{name:"people",icon:"people",title:m("People"),about:m("Who waits, what to decide, find someone"),part:function({overview:e,on_changed:t}){return T`
<${Sn} waiting=${e.waiting} on_changed=${t} />
<${Yn} proposals=${e.proposals} on_changed=${t} />
<${Tn} alone=${e.alone} on_changed=${t} />
<h2>${$("Who looks after this place")}</h2>
<ul class="people">
${e.staff.map(e=>T`<li key=${e.user.user_id} class="person">
<div class="person-row">
<span class="who">${e.user.handle}</span>
<span class="tag">${function(e){return $("admin"===e?"administrator":"moderator"===e?"moderator":"member")}(e.role)}</span>
${Rt(e.state)&&T`<span class="tag">${Rt(e.state)}</span>`}
${!e.proven&&T`<span class="tag">${$("not set up yet")}</span>`}
</div>
</li>`)}
</ul>
`}},{name:"invites",icon:"letter",title:m("Invitations"),about:m("A link or a flyer, to hand on"),part:Zt}],Dn=[{title:"",sections:[...Hn,{name:"record",icon:"clock",title:m("What I did"),part:sn}]}],Kn=[{title:m("Who is here"),sections:Hn},{title:m("The place"),sections:[{name:"rooms",icon:"room",title:m("Rooms"),about:m("Open, change and close them"),part:function(){let e=N(),[t,o]=I(null),[n,a]=I(!1),{items:s,cursor:r,problem:i,known:l,load:u}=Fe(t=>e.ask_http("room.list",{cursor:t}),e=>e.rooms,[t,n]);return T`
<p>
<button type="button" class="main" onClick=${()=>a(!0)}>
${$("Open a new room")}
</button>
</p>
${i&&T`<p class="problem" role="alert">${i}</p>`}
${l&&0===s.length&&T`<p class="soft">${$("There are no rooms yet.")}</p>`}
<ul class="cards">
${s.map(({room:t})=>T`<${Rn}
key=${t.room_id}
room=${t}
on_change=${()=>o(t)}
on_close=${o=>{!async function({room_id:t,name:o},n){let a=await e.ask_http("room.update",{room_id:t,closed:n});e.tellRefusal(a),a.ok&&e.tell($(n?"{name} is closed.":"{name} is open again.",{name:o})),await u(null)}(t,o)}}
/>`)}
</ul>
<${Ve} cursor=${r} words=${$("More rooms")} load=${u} />
${t&&T`<${Wt} room=${t} on_close=${()=>o(null)} />`}
${n&&T`<${Wt} room=${null} on_close=${()=>a(!1)} />`}
`}},{name:"door",icon:"door",title:m("New people"),about:m("Who may come in by themselves"),part:function({overview:e,on_changed:t}){let o=N(),{site:n,instead:a}=un();if(!n)return a;let s="open"===n.chosen&&!e.helplines_confirmed;return T`
<p class="lead">${function(e){return $("open"===e?"Anyone can come in by themselves.":"invite"===e?"New people come in by invitation.":"Nobody new comes in for now.")}(e.registration)}</p>
${s&&T`<p class="card">
${$("You chose an open door. It opens as soon as somebody has called the help lines that your people may need; until then people come in by invitation.")}${" "}
<a href="/app/care/help-lines">${$("Help lines")}</a>
</p>`}
<${Ht} words=${$("Save")} keeps ask=${async function({registration:e}){let n={registration:e},a=await o.step_up.withStepUp(()=>o.ask_http("site.set_registration",n));return a.ok&&await t(),a}} done=${()=>$("Saved.")}>
<fieldset>
<legend>${$("Who may make an account")}</legend>
${On.map(([e,t])=>T`<label key=${e} class="check">
<input
type="radio"
name="registration"
value=${e}
defaultChecked=${e===n.chosen}
/>
<span>${$(t)}</span>
</label>`)}
</fieldset>
<p class="soft small">
${$("You are asked once more who you are. People who are in stay in.")}
</p>
<//>
`}},{name:"face",icon:"sun",title:m("Name and colours"),about:m("What people see first"),part:function(){let{site:e,instead:t}=un();return e?T`<${pn} site=${e} />`:t}},{name:"guidelines",icon:"book",title:m("Guidelines"),about:m("How we are with each other, in all rooms"),part:function(){let{site:e,instead:t}=un();return e?T`<${yn} site=${e} />`:t}},{name:"help-lines",icon:"help",title:m("Help lines"),about:m("Whose numbers come first, and our own"),part:function({overview:e,on_changed:t}){let{site:o,instead:n}=un();return o?T`
<h2>${$("Whose lines come first")}</h2>
<${vn} site=${o} on_changed=${t} />
<h2>${$("Call these")}</h2>
<${_n}
key=${JSON.stringify(o.own_lines)}
country=${o.help_country}
confirmed=${e.helplines_confirmed}
on_changed=${t}
/>
`:n}},{name:"record",icon:"clock",title:m("What was done"),about:m("By staff"),part:sn}]}];function Un(){let{account:e,me:t}=G.value,o=s(G.value);return en($("Looking after this place")),o&&e.proven?T`<${Bn} />`:t?T`<${Pn}>
${o?T`<${Fn} has=${e.second_factor} />`:T`<p>${$("This page is for those who look after the place.")}</p>`}
<//>`:T`<${Pn}>${Vn()}<//>`}function Pn({children:e}){return T`
<section class="page narrow" data-region>
<a class="back" href="/app">${$("All rooms")}</a>
<h1>${$("Looking after this place")}</h1>
${e}
</section>
`}function Vn(){return T`<${Zo} />`}function Fn({has:e}){return e?T`
<p>
${$("You came in here without the six digits from your app. Show them once, and this works.")}
</p>
<p><a class="button main" href="/step-up?to=/app/care">${$("Show them")}</a></p>
`:T`
<p>
${$("You look after this place. What you may do works once your account is kept by more than a passphrase: an app on your phone that shows six digits.")}
</p>
<p><a class="button main" href="/second-factor">${$("Set it up")}</a></p>
`}function Bn(){let{overview:e,problem:t,load:o}=function(){let e=N(),[t,o]=I(null),[n,a]=I(""),s="up"===Q.value,r="offline"===Q.value||"down"===Q.value,{staff_new:i,site:l}=G.value;async function u(){let t=await e.ask_http("staff.overview",{});if(!t.ok)return a(k(t.error,e.now()));a(""),o(t),G.peek().staff_new&&Z(e=>({...e,staff_new:0}))}let c=i>0,d=q(null);return W(()=>{let e=d.current!==l||c||""!==n;(s?e:r&&!t)&&(d.current=l,u())},[s,r,c,l]),{overview:t,problem:n,load:u}}(),n=t&&T`<p class="problem care-told" role="alert">${t}</p>`;if(!e)return T`<${Pn}>${n||Vn()}<//>`;let a=e.proposals.filter(e=>"waiting"===e.state).length;return T`
${n}
${e.unseen_reports>0&&T`<p class="problem care-told">${function({staff:e}){return e.some(e=>"moderator"===e.role&&"active"===e.state)?$("A report waits that no moderator can see. Name another moderator."):$("A report waits that no moderator can see. Name a moderator.")}(e)}</p>`}
<${tn}
title=${$("Looking after this place")}
lead=""
base=${"/app/care"}
groups=${"admin"===G.value.me?.role?Kn:Dn}
news=${{people:e.waiting.length+a}}
common=${{overview:e,on_changed:o}}
/>
`}import{az as Gn}from"./main-5f5385228e.js";function Jn(){let e=N(),[t,o]=I(null),[n,a]=I(""),s="up"===Q.value;async function r(){let t=await e.ask_http("site.guidelines",{});if(!t.ok)return a(k(t.error,e.now()));a(""),o(t)}return en($("How we are with each other")),W(()=>{s&&r()},[s]),T`
<section class="page narrow standing" data-region>
<${F} name="circle" />
<h1>${$("How we are with each other")}</h1>
<p class="lead">${$("This has changed since you were last here. Please read it, then go on.")}</p>
${n&&T`<p class="problem" role="alert">${n}</p>`}
${t?T`<${mn} text=${t.text} />
<p class="row">
<button type="button" class="main" onClick=${()=>{!async function(){let{version:o}=t,n=await e.ask_http("site.accept_guidelines",{version:o});if(n.ok)return Z(e=>Gn(e,o));await r(),a(k(n.error,e.now()))}()}}>
${$("I have read this. Go on")}
</button>
<button type="button" class="quiet" onClick=${()=>{e.sign_out()}}>
${$("Sign out")}
</button>
</p>`:T`<p class="soft" role="status">${$("One moment …")}</p>`}
</section>
`}import{aA as Qn}from"./main-5f5385228e.js";function Xn({unreached:e=!1}){return en($("Help now")),T`
<section class="page" data-region>
${!e&&T`<a class="back" href="/app">${$("All rooms")}</a>`}
<h1>${$("Help now")}</h1>
${e&&T`<p class="lead">
${$("Your rooms can’t be reached just now. They open by themselves when that changes.")}
</p>`}
<${Qn} />
</section>
`}var Zn={open:m("open"),request:m("on request"),invite:m("by invitation")};function ea(){let e=N(),t=G.value,[o,n]=I(null),[a,s]=I(!1),[r,i]=I(null),l=Object.keys(t.rooms).join(" "),u=a||r?1:0,c="up"===Q.value,{items:d,cursor:h,problem:m,known:f,load:w}=Fe(t=>e.ask("room.list",{cursor:t}),e=>e.rooms,[l,u]),g=m||(f?"":$("One moment …"));en($("Rooms"));let y="admin"===t.me?.role,b="up"!==Q.value&&"starting"!==Q.value&&0===d.length,k=b?$("The rooms can't be shown until you are back."):g,v=d.filter(({room:e})=>!t.rooms[e.room_id]),_=!k&&0===v.length,M=!b&&!m&&!f,S=y&&_&&null===h;return T`
<section class="page lobby" data-region>
<div class="lobby-head">
<div>
<h1>${$("Rooms")}</h1>
<p class="lead">
${t.me&&T`${$("Good to see you, {handle}.",t.me)}${" "}`}
${$(y?"You look after rooms here; administrators don't enter them.":"Just reading is fine.")}
</p>
</div>
<${F} name="circle" />
</div>
${!y&&T`<${aa} />`}
${!y&&T`<div class="lobby-mine">
<h2>${$("Your rooms")}</h2>
<${na} />
<nav aria-label=${$("Your rooms")}><${zt} new_first /></nav>
</div>`}
<section>
<h2>${function(e,t){return $(e?"All rooms":t?"Other rooms":"Rooms to come into")}(y,""!==l)}</h2>
${k&&(M?T`<${Zo} count=${2} words=${k} />`:T`<p class="soft" role="status">${k}</p>`)}
${_&&T`<${B} picture="house" words=${function(e,t){return $(e?"There are no rooms yet.":t?"There are no others just now.":"There are no rooms yet. Please look in again.")}(S,""!==l)} />`}
<ul class="cards">
${v.map(e=>T`<${sa}
key=${e.room.room_id}
listed=${e}
on_open=${n}
on_change=${i}
/>`)}
</ul>
<${Ve} cursor=${h} words=${$("More rooms")} load=${w} />
</section>
${c&&p(t)&&T`<p>
<button type="button" class=${S?"main":"quiet"} onClick=${()=>s(!0)}>
${$(S?"Open the first room":"Open a new room")}
</button>
</p>`}
${c&&!y&&T`<${ia} />`}
${!y&&T`<${ta} />`}
${o&&T`<${Le} title=${o.room.name} on_close=${()=>n(null)}>
<${Mt} listed=${o} on_done=${()=>n(null)} />
<//>`}
${r&&T`<${Wt} room=${r} on_close=${()=>i(null)} />`}
${a&&T`<${Wt} room=${null} on_close=${()=>s(!1)} />`}
</section>
`}function ta(){return T`
<section>
<h2>${$("Also here")}</h2>
<ul class="also">
<${oa}
icon="help"
href="/app/help"
name=${$("Talk to someone")}
about=${$("One of us, or people outside.")}
/>
<${oa}
icon="save"
href="/app/saved"
name=${$("Saved messages")}
about=${$("What you keep for yourself.")}
/>
<${oa}
icon="search"
href="/app/search"
name=${$("Search")}
about=${$("What was said in your rooms.")}
/>
</ul>
</section>
`}function oa({icon:e,href:t,name:o,about:n}){return T`<li>
<a class="step" href=${t}>
<${Re} name=${e} /><span><b>${o}</b> ${n}</span>
</a>
</li>`}function na(){let e=N(),t=q(null),[o,n]=I(!1),a=i(G.value)>0;return W(()=>{a&&n(!1)},[a]),T`
<p role="status" class="soft all-read" tabindex="-1" ref=${t}>
${o&&$("Everything is read.")}
</p>
${a&&T`<button type="button" class="plain all-read" onClick=${()=>{!async function(){(await e.act.markAllRead()).ok&&(n(!0),t.current?.focus())}()}}>
<${Re} name="check" />${$("Mark all as read")}
</button>`}
`}function aa(){let e=c(G.value).filter(({membership:e})=>"invited"===e.standing);return 0===e.length?null:T`
<section>
<h2>${$("You are invited")}</h2>
<ul class="cards">
${e.map(({room:e})=>T`<li key=${e.room_id} class="card">
<h3>${e.name}</h3>
${e.about&&T`<p>${e.about}</p>`}
<div class="row">
<a
class="button main door-link"
href=${We(e.room_id)}
aria-label=${$("Come in: {room}",{room:e.name})}
>
${$("Come in")}
</a>
</div>
</li>`)}
</ul>
</section>
`}function sa({listed:e,on_open:t,on_change:o}){let{room:n}=e,s="admin"===G.value.me?.role;return T`
<li class="card door-card">
<${dt} room_id=${n.room_id} />
<h3>${n.name} <span class="tag">${$(Zn[n.access]??"")}</span></h3>
${n.about&&T`<p>${n.about}</p>`}
<div class="row">
${s?d(G.value)&&T`<button
type="button"
class="quiet"
aria-label=${$("Settings: {room}",{room:n.name})}
onClick=${()=>o(n)}
>
${$("Settings")}
</button>`:T`<button
type="button"
class="quiet door-link"
aria-label=${$("Look in: {room}",{room:n.name})}
onClick=${()=>t(e)}
>
${$("Look in")}
</button>`}
${a(G.value)&&T`<a
class="button quiet door-link"
href=${We(n.room_id)}
aria-label=${$("Go in as moderator: {room}",{room:n.name})}
>
${$("Go in as moderator")}
</a>`}
</div>
</li>
`}function ra({room:e}){return $(e?"Done.":"You are here already. It is still good for someone else.")}function ia(){let e=N(),t=e.invitation.value;return T`
<details open=${""!==t}>
<summary>${$("I was given a code")}</summary>
<${Ht} words=${$("Use it")} kind="quiet" ask=${async function({code:t=""}){let o=await e.ask_http("invite.use",{code:t});return o.ok&&(e.invitation.value="",await e.session.sync(),o.room&&e.router.go(We(o.room.room_id))),o}} done=${ra}>
<label class="field">
<span>${$("The code, or the whole link")}</span>
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
`}function la(){return en($("Reports and requests")),T`
<section class="page narrow" data-region>
<a class="back" href="/app">${$("All rooms")}</a>
<h1>${$("Reports and requests")}</h1>
<${ca} />
<${da} />
</section>
`}function ua(e){let t=ke.find(([t])=>t===e)?.[1];return t?$(t):e}function ca(){let e=N(),t=G.value.help_new>0,{items:o,cursor:n,problem:a,known:s,load:r}=Fe(t=>e.ask("help.list",{cursor:t}),e=>e.requests,[t]);return W(()=>{s&&e.news.helpSeen(o)},[o]),T`
<h2>${$("People who want to talk")}</h2>
<p class="soft small">
${$("Nobody has answered them from here: this page only tells you. Look for them in a room.")}
</p>
<${pa} problem=${a} known=${s} />
${s&&0===o.length&&T`<${B} picture="mug" words=${$("Nobody is waiting.")} />`}
<ul class="cards">
${o.map(e=>T`<${ha} key=${e.help_id} ...${e} />`)}
</ul>
<${Ve} cursor=${n} words=${$("Older ones")} load=${r} />
`}function da(){let e=N(),t=G.value.reports_new>0,{items:o,cursor:n,problem:a,known:s,load:r}=Fe(t=>e.ask("report.list",{cursor:t}),e=>e.reports,[t]),i=o.filter(e=>null===e.closed_at),l=o.filter(e=>null!==e.closed_at),{list:u,heading:c,leaves:d}=ft();async function p(t){let o=await e.ask("report.close",{report_id:t});e.tellRefusal(o),o.ok&&e.tell($("Seen to.")),d(),await r(null)}return W(()=>{s&&e.news.reportsSeen(i)},[o]),T`
<h2 ref=${c} tabindex="-1">${$("Reported messages")}</h2>
<${pa} problem=${a} known=${s} />
${s&&0===o.length&&T`<${B} picture="house" words=${$("Nothing has been reported.")} />`}
<ul class="cards" ref=${u}>
${i.map(e=>T`<${$a} key=${e.report_id} report=${e} close=${p} />`)}
</ul>
<ul class="cards">
${l.map(e=>T`<${ma} key=${e.report_id} report=${e} />`)}
</ul>
<${Ve} cursor=${n} words=${$("Older ones")} load=${r} />
`}function pa({problem:e,known:t}){return e?T`<p class="problem" role="alert">${e}</p>`:t?null:T`<p class="soft" role="status">${$("One moment …")}</p>`}function ha({asked_at:e,person:t,words:o}){return T`
<li class="card">
<p><b>${t.handle}</b> <${wa} at=${e} /></p>
<p class="words" dir="auto">${o||$("No words were added.")}</p>
</li>
`}function $a({report:e,close:t}){let o=ua(e.reason),n=e.author.handle;return T`<li class="card">
<${fa} ...${e} />
<button
type="button"
class="quiet"
aria-label=${$("Seen to: {why}. Written by {handle}",{why:o,handle:n})}
onClick=${()=>{t(e.report_id)}}
>
${$("Seen to")}
</button>
</li>`}function ma({report:e}){return T`<li class="card">
<details>
<summary>${$("Seen to: {why}",{why:ua(e.reason)})}</summary>
<${fa} ...${e} />
</details>
</li>`}function fa(e){let{reason:t,reported_at:o,room_id:n,room_name:a,posted_at:s,author:r,reporter:i}=e,{warning:l,body:u,note:c}=e;return T`
<p><b>${ua(t)}</b> <${wa} at=${o} /></p>
${l&&T`<p class="soft">${$("Content warning: {warning}",{warning:l})}</p>`}
<blockquote class="words" dir="auto">${u}</blockquote>
<p class="soft">
${w("Written by {author} ({when}) in {room}; reported by {reporter}.",{author:r.handle,when:T`<${wa} at=${s} />`,room:T`<a href=${We(n)}>${a}</a>`,reporter:i.handle})}
</p>
${c&&T`<p dir="auto">${c}</p>`}
`}function wa({at:e}){let t=N();return T`<span class="soft">${Ee(e,t.now())}, ${Ie(e)}</span>`}function ga(){let e=N(),{items:t,cursor:o,problem:n,known:a,load:s}=Fe(t=>e.ask("message.saved",{cursor:t}),e=>e.messages);en($("Saved messages"));let r=!("up"===Q.value)&&"starting"!==Q.value&&0===t.length,i=n||(a?"":$("One moment …")),l=r?$("What you saved can't be shown until you are back."):i;return T`
<section class="page saved" data-region>
<h1>${$("Saved messages")}</h1>
<p class="lead">
${$("Only you see what is here. When a message is taken back, or you leave its room, it goes from here as well.")}
</p>
${r||n||a?T`<p class="soft" role="status">${l}</p>`:T`<${Zo} count=${3} words=${l} />`}
${!l&&0===t.length&&T`<${B}
picture="lantern"
words=${$("Nothing here yet. Words that did you good can be kept: choose “Save it for myself” in a message's menu.")}
/>`}
<ul class="found">
${t.map(e=>T`<${ya} key=${e.message_id} message=${e} />`)}
</ul>
<${Ve} cursor=${o} words=${$("Show more")} load=${s} />
</section>
`}function ya({message:e}){let t=N(),[o,n]=I(!0);return T`
<${mt} message=${e} room=${G.value.rooms[e.room_id]?.room.name}>
<button type="button" class="plain" onClick=${()=>{!async function(){(await t.act.save(e.message_id,!o,{quietly:!0})).ok&&n(!o)}()}}>
${$(o?"Keep it no longer":"Keep it after all")}
</button>
<//>
`}function ba(){return en($("Search")),T`
<section class="page" data-region>
<a class="back" href="/app">${$("All rooms")}</a>
<h1>${$("Search")}</h1>
<${go} />
</section>
`}var ka="chat.appearance",va=Object.freeze([100,125,150,200]);function _a(e){let{theme:t,text:o,compact:n}=e??{};return{theme:"light"===t||"dark"===t?t:"system",text:va.includes(o)?o:100,compact:!0===n}}function Ma({title:e,name:t,chosen:o,among:n,on_choose:a}){return T`
<fieldset>
<legend>${e}</legend>
<div class="choices">
${n.map(([e,n,s])=>T`<label key=${e} class="choice">
<input
type="radio"
name=${`appearance-${t}`}
checked=${e===o}
onChange=${()=>a(e)}
/>
${s&&T`<${Re} name=${s} />`}
<span>${n}</span>
</label>`)}
</div>
</fieldset>
`}import{aD as Sa,aE as Ca}from"./main-5f5385228e.js";var xa="chat.discreet";function Aa(){let{device:e}=N(),[t,o]=I(()=>!0===e.get(xa)),n=document.documentElement.dataset.neutral??"";return W(()=>{let t=()=>o(!0===e.get(xa));return addEventListener("storage",t),()=>removeEventListener("storage",t)},[]),T`
<section>
<label class="check">
<input
type="checkbox"
checked=${t}
onChange=${t=>function(t){o(t),t?e.set(xa,!0):e.remove(xa),dispatchEvent(new Event("appearance"))}(t.target.checked)}
/>
<span>${$("Call this place “{name}” on this device",{name:n})}</span>
</label>
<p class="soft">
${$("Its name, its sign and the titles of its pages then say nothing: in the tab, in the list of windows and on the home screen. The address stays what it is, and so does what the pages say. Only this browser knows of it.")}
</p>
</section>
`}function Ta(){return T`
<section>
<h2>${$("On your home screen")}</h2>
<p>
${$("It then opens like an app, and help now is there without a network. If it is to have the plain name, choose that first. An icon that is there already keeps its name: remove it, and put it there anew.")}
</p>
${Sa()?T`<button type="button" class="quiet" onClick=${()=>{Ca()}}>
${$("Put it on my home screen")}
</button>`:T`<p class="soft">
${$("In your browser’s menu, look for “Add to home screen” or “Install”.")}
</p>`}
</section>
`}function Wa(){let e=T`<a href="/exit">${$("what it does, and what it can’t")}</a>`;return T`
<section>
<h2>${$("Quick exit")}</h2>
<p>
${w("The button at the top of every page, or the Shift key three times. Read {link}.",{link:e})}
</p>
</section>
`}function qa(){let e=N();return T`
<${Kt}
words=${$("Do without it")}
sure=${$("Yes, do without it")}
on_press=${()=>{!async function(){let t=await e.step_up.withStepUp(()=>e.api("DELETE","/api/second-factor"));if(!t.ok)return e.tellRefusal(t);Z(e=>({...e,account:{...e.account,second_factor:!1}})),e.tell($("Your passphrase alone opens your account now.")),gt()}()}}
>
<p>${$("Then your name and passphrase alone open your account.")}</p>
<//>
`}function Ia({sign_in:e,on_end:t}){let o=N(),{current:n,started_on:a}=e,s=function(e){return $("phone"===e?"A phone":"computer"===e?"A computer":"program"===e?"A program":"A device")}(e.device),r=$("Since {day}",{day:Ne(a,o.now())});return T`
<li class="card">
<p><b>${s}</b>${n&&T` <span class="tag">${$("this one")}</span>`}</p>
<p class="soft small">${r}</p>
${!n&&T`<button
type="button"
class="quiet"
aria-label=${$("Sign out there: {device}. {since}",{device:s,since:r})}
onClick=${t}
>
${$("Sign out there")}
</button>`}
</li>
`}function Ea({name:e,legend:t,options:o}){let n=N();return T`
<fieldset>
<legend>${t}</legend>
${o.map(([t,o])=>T`<label key=${t} class="check">
<input
type="radio"
name=${e}
checked=${J.value[e]===t}
onChange=${()=>n.writing.choose({[e]:t})}
/>
<span>${o}</span>
</label>`)}
</fieldset>
`}var za=[{title:m("Me, here"),sections:[{name:"name",icon:"person",title:m("My name here"),part:function(){let e=N(),{me:t}=G.value;return T`
<p>${$("You are {handle} here.",{handle:t?.handle??""})}</p>
<${Ht}
words=${$("Go by this name")}
ask=${({handle:t})=>e.ask_http("handle.change",{handle:t})}
done=${e=>$("You are {handle} now, everywhere.",{handle:e.user.handle})}
>
<label class="field">
<span>${$("A new name")}</span>
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
${$("Everyone sees only the new name, within a second, also above what you wrote before and where people mentioned you with @. What others typed out by hand stays as they wrote it. Nobody else can take your old name. You can change it once a day.")}
</p>
<//>
`}},{name:"seen",icon:"eye",title:m("Who may see that I am here"),about:m("Shown or only counted; just reading"),part:function(){let e=N(),{me:t}=G.value,[o,n]=I(""),a=!0===t?.visible,s=!0===t?.reading,r=q({});async function i(t){let o={visible:a,reading:s,...r.current,...t};r.current=o;let i=await e.act.showMe(o.visible,o.reading);r.current===o&&(r.current={}),n(i.ok?$("Kept."):"")}return T`
<fieldset>
<legend class="unseen">${$("Who may see that I am here")}</legend>
<label class="check">
<input
type="radio"
name="seen"
checked=${!a}
onChange=${()=>i({visible:!1})}
/>
<span>${$("Only count me. Nobody sees my name until I write.")}</span>
</label>
<label class="check">
<input type="radio" name="seen" checked=${a} onChange=${()=>i({visible:!0})} />
<span>${$("Show my name to the people in my rooms while I am there.")}</span>
</label>
</fieldset>
<label class="check">
<input
type="checkbox"
checked=${s}
onChange=${e=>i({reading:e.target.checked})}
/>
<span>${$("I'm just reading. That is fine; nobody waits for me to write.")}</span>
</label>
<p class="soft small" role="status">${o}</p>
`}},{name:"blocked",icon:"block",title:m("People I have blocked"),part:function(){let e=N(),{items:t,cursor:o,problem:n,known:a,load:s}=Fe(t=>e.ask_http("user.blocks",{cursor:t}),e=>e.people,[G.value.blocks]),{list:r,leaves:i}=ft(),l=a&&0===t.length;return T`
${n&&T`<p class="problem" role="alert">${n}</p>`}
${l&&T`<${B}
picture="mug"
words=${$("Nobody. You can block someone from a message of theirs.")}
/>`}
<ul class="people" ref=${r}>
${t.map(t=>{let o=t.handle||$("Someone");return T`<li key=${t.user_id} class="person">
<div class="person-row">
<span class="who">${o}</span>
<button
type="button"
class="quiet"
aria-label=${$("Unblock {handle}",{handle:t.handle||$("someone")})}
onClick=${()=>async function(t,o){i(),(await e.act.block(t,!1)).ok&&(e.tell($("{handle} is no longer blocked.",{handle:o})),await s(null))}(t.user_id,o)}
>
${$("Unblock")}
</button>
</div>
</li>`})}
</ul>
<${Ve} cursor=${o} load=${s} />
`}}]},{title:m("On this device"),sections:[{name:"appearance",icon:"sun",title:m("Appearance"),about:m("Light or dark, how large, how close"),part:function(){let{device:e}=N(),[t,o]=I(()=>_a(e.get(ka)));function n(n){let a={...t,...n};o(a),e.set(ka,a),dispatchEvent(new Event("appearance"))}return W(()=>{let t=()=>o(_a(e.get(ka)));return addEventListener("storage",t),()=>removeEventListener("storage",t)},[]),T`
<div class="stack appearance">
<${Ma}
title=${$("Light or dark")}
name="theme"
chosen=${t.theme}
among=${[["system",$("As this device has it"),"device"],["light",$("Light"),"sun"],["dark",$("Dark"),"moon"]]}
on_choose=${e=>n({theme:e})}
/>
<${Ma}
title=${$("Size of the letters")}
name="text"
chosen=${t.text}
among=${va.map(e=>[e,$("{percent} %",{percent:b(e)})])}
on_choose=${e=>n({text:e})}
/>
<label class="check">
<input
type="checkbox"
checked=${t.compact}
onChange=${e=>n({compact:e.target.checked})}
/>
<span>${$("Closer together: more fits on the screen")}</span>
</label>
<p class="soft small">${$("This is kept on this device alone.")}</p>
</div>
`}},{name:"writing",icon:"edit",title:m("Writing and being told"),about:m("Enter, typing, single keys, what is read aloud"),part:function(){let e=N(),t=J.value;return T`
<div class="stack">
<p class="soft">${$("On this device only.")}</p>
<${Ea}
name="enter_sends"
legend=${$("The Enter key")}
options=${[["auto",$("Sends where there is a keyboard; on a phone it begins a new line")],["always",$("Always sends")],["never",$("Always begins a new line")]]}
/>
<${Ea}
name="announce"
legend=${$("A screen reader tells new messages")}
options=${[["all",$("All of them")],["mentions",$("Only those that name me")],["off",$("None")]]}
/>
<label class="check">
<input
type="checkbox"
checked=${t.typing}
onChange=${t=>e.writing.choose({typing:t.target.checked})}
/>
<span>${$("Others may see that someone is writing while I write")}</span>
</label>
<label class="check">
<input
type="checkbox"
checked=${t.single_keys}
onChange=${t=>e.writing.choose({single_keys:t.target.checked})}
/>
<span>${$("Single letters do things while the list of messages has the focus")}</span>
</label>
<div>
<button type="button" class="quiet" onClick=${()=>fe("shortcuts")}>
${$("Show all keys")}
</button>
</div>
</div>
`}},{name:"reading",icon:"hide",title:m("What I would rather not see"),about:m("Topics that are folded for me"),part:function(){let{hidden:e}=N(),t=e.topics.value;return T`
<fieldset>
<legend>${$("What would you rather not come upon?")}</legend>
<p class="soft small">
${$("Messages that their authors marked so are folded for you; you can still open each. This is kept on this device only, until you sign out: nobody else learns of it.")}
</p>
${Do.map(o=>T`<label key=${o} class="check">
<input
type="checkbox"
name=${o}
checked=${t.includes(o)}
onChange=${t=>e.set(o,t.target.checked)}
/>
<span>${Po(o)}</span>
</label>`)}
</fieldset>
`}},{name:"discreet",icon:"shield",title:m("What others may find here"),about:m("A neutral name, the home screen, the quick exit"),part:function(){return T`
<div class="stack discreet">
<${Aa} />
<${Ta} />
<${Wa} />
</div>
`}}]},{title:m("My ways in"),sections:[{name:"sign-ins",icon:"device",title:m("Where I am signed in"),about:m("Sign out a phone or computer"),part:function(){let e=N(),[t,o]=I([]),[n,a]=I(""),{list:s,leaves:r}=ft(),i="up"===Q.value;async function l(){let t=await e.ask_http("sign_in.list",{});if(!t.ok)return a(k(t.error,e.now()));a(""),o(t.sign_ins)}return W(()=>{i&&l()},[i]),T`
${n&&T`<p class="problem" role="alert">${n}</p>`}
<ul class="cards" ref=${s}>
${t.map(t=>T`<${Ia}
key=${t.sign_in_id}
sign_in=${t}
on_end=${()=>async function(t){let o=await e.ask_http("sign_in.end",{sign_in_id:t});if(!o.ok)return e.tellRefusal(o);r(),e.tell($("Signed out there.")),await l()}(t.sign_in_id)}
/>`)}
</ul>
<p class="soft small">
${w("Something you don't know? Sign it out, and choose {link}.",{link:T`<a href="/app/settings/passphrase">${$("a new passphrase")}</a>`})}
</p>
`}},{name:"passphrase",icon:"key",title:m("A new passphrase"),part:function(){let e=N();return T`
<p>
${$("A few unrelated words make a good one. Everywhere else you are signed out by it.")}
</p>
<${Ht}
words=${$("Save")}
ask=${async function({passphrase:t,new_passphrase:o,code:n}){let a=(n??"").replaceAll(/\s/g,""),s={passphrase:t,new_passphrase:o,...a?{code:a}:{}},r=await e.api("POST","/api/passphrase",s);return r.ok&&await e.renewed(),r}}
done=${()=>$("Saved. Everywhere else you are signed out.")}
>
<label class="field">
<span>${$("Your passphrase now")}</span>
<input name="passphrase" type="password" required autocomplete="current-password" />
</label>
<${Eo} />
<label class="field">
<span>${$("A new passphrase")}</span>
<input name="new_passphrase" type="password" required autocomplete="new-password" />
</label>
<//>
`}},{name:"codes",icon:"lock",title:m("Recovery codes"),about:m("For when the passphrase is lost"),part:function(){let e=N(),[t,o]=I([]);if(t.length>0){let e=T`<${Gt} text=${t.join("\n")} words=${$("Copy them")} /> <${Jt} />`;return T`
<${Ft}
title=${$("Your new codes, shown only now")}
on_paper
on_done=${function(){o([]),gt()}}
more=${e}
>
<p>${$("Write them down, and keep them where only you look. Each works once.")}</p>
<${Bt} codes=${t} />
<//>
`}return T`
<p>${$("One of them opens your account when the passphrase or the phone is lost.")}</p>
<${Kt}
words=${$("Make new codes")}
sure=${$("Yes, make new ones")}
on_press=${()=>{!async function(){let t=await e.step_up.withStepUp(()=>e.api("POST","/api/recovery-codes",{}));if(!t.ok)return e.tellRefusal(t);o(t.recovery_codes)}()}}
>
<p>${$("The codes you have now stop working.")}</p>
<//>
`}},{name:"second-factor",icon:"phone",title:m("Authenticator app"),about:m("Six digits beside the passphrase"),part:function(){let{account:e}=G.value,t=s(G.value);return e.second_factor?T`
<p>
${$("Signing in asks for six digits from your app.")}${" "}
${t&&$("Whoever looks after the place needs it.")}
</p>
<p><a class="button quiet" href="/second-factor">${$("Use another app or phone")}</a></p>
${!t&&T`<${qa} />`}
`:T`
<p>
${$(t?"You look after this place: what you may do works once this is set up.":"With it, your passphrase alone opens nothing. Nobody needs it to be here.")}
</p>
<p><a class="button quiet" href="/second-factor">${$("Set it up")}</a></p>
`}}]},{title:m("My data"),sections:[{name:"data",icon:"take",title:m("Take my data with me"),about:m("Everything that is kept of me"),part:vo},{name:"leaving",icon:"leave",title:m("Leaving"),part:_o}]}];function Na(){let{me:e}=G.value;return e?T`<${tn}
title=${$("Settings")}
lead=${$("You are {handle} here.",{handle:e.handle})}
base=${"/app/settings"}
groups=${za}
/>`:T`<p class="soft pad" role="status">${$("One moment …")}</p>`}var La=pe(async()=>(await(import("./later-5f5385228e.js"))).SettingsData),Ya=pe(async()=>(await(import("./later-5f5385228e.js"))).SettingsLeaving);function ja(){let{account:e}=G.value,t="waiting"===e.state;return T`
<section class="page narrow standing" data-region>
${t?T`<${Ha} />`:"banned"===e.state?T`<${Da} />`:T`<${Ka} />`}
<h2>${$("If you need someone now")}</h2>
<${Qn} />
<h2>${$("My data")}</h2>
<${La} />
${t&&T`<h2>${$("Leaving")}</h2>
<${Ya} />`}
</section>
`}function Oa(){return en($("Signed out")),T`
<section class="page narrow standing" data-region>
<${F} name="house" />
<h1>${$("Signed out")}</h1>
<p class="soft">${$("Nothing of yours is shown here any more.")}</p>
<p><a href="/help">${$("Help now is there for you all the same.")}</a></p>
</section>
`}function Ra(){let e=N();return T`<button type="button" class="quiet" onClick=${()=>{e.sign_out()}}>
${$("Sign out")}
</button>`}function Ha(){return en($("Almost in")),T`
<${F} name="doorstep" />
<h1>${$("Almost in")}</h1>
<p class="lead">
${$("We have told those who keep this place that you are at the door. When one of them lets you in, this page changes by itself. You can close it and come back.")}
</p>
<p class="row"><${Ra} /></p>
`}function Da(){let e=N(),{ban:t}=G.value.account;return en($("Not for now")),T`
<${F} name="gate" />
<h1>${$("You can't take part for now")}</h1>
<p class="lead">
${t?.until?$("Until {at}.",{at:ze(t.until,e.now())}):$("Until somebody lets you back in.")}${" "}
${t?Se(t.reason):""}
</p>
<p>${$("A person decided this, not a machine. “I need to talk” still works, below.")}</p>
<p class="row"><${Ra} /></p>
`}function Ka(){let e=N(),{erasing_until:t}=G.value.account,[o,n]=I("");return en($("Leaving")),T`
<${F} name="road" />
<h1>${$("You are leaving")}</h1>
<p class="lead">
${$("Nobody sees you any more, nor what you wrote.")}${" "}
${t&&$("From {at} on it is removed for good; until then you can stay after all.",{at:ze(t,e.now())})}
</p>
${o&&T`<p class="problem" role="alert">${o}</p>`}
<p class="row">
<button type="button" class="main" onClick=${async function(){let t=await e.ask_http("account.keep",{});if(!t.ok)return n(k(t.error,e.now()));await e.session.resume()}}>${$("Stay after all")}</button>
<${Ra} />
</p>
`}var Ua="/service-worker.js";function Pa({on_newer:e=()=>{}}={}){let t=navigator.serviceWorker,o=null,n=Date.now(),a=!1;if(!t)return{take(){}};let s=!!t.controller;return t.addEventListener("controllerchange",()=>{s&&a?location.reload():s&&e(),s=!0}),document.addEventListener("visibilitychange",()=>{"hidden"===document.visibilityState||Date.now()-n<36e5||(n=Date.now(),o?.update().catch(()=>{}))}),async function(){try{o=await t.register(function(){let{trustedTypes:e}=globalThis;return e?e.createPolicy("service-worker",{createScriptURL:()=>Ua}).createScriptURL(Ua):Ua}(),{scope:"/",updateViaCache:"none"})}catch{return}o&&(o.waiting&&t.controller&&e(),o.addEventListener("updatefound",()=>{let n=o?.installing;n?.addEventListener("statechange",()=>{"installed"===n.state&&t.controller&&e()})}))}(),{take(){a=!0,o?.waiting?o.waiting.postMessage("take-over"):location.reload()}}}export{Ce as ACCESS_WORDS,Ct as AtMyDoor,_e as BAN_REASONS,Un as CareView,Eo as CodeField,K as EditBox,B as Empty,ne as Ended,Jn as GuidelinesView,ve as HIDE_REASONS,Xn as HelpView,ge as Keys,ea as Lobby,Je as MessageActions,pt as Names,ae as Newer,At as NotOpen,ht as OddLinkDialog,Oa as OverView,V as PICTURE_NAMES,F as Picture,yt as PinnedDialog,ke as REPORT_REASONS,la as Reports,bt as RestoreBanner,vt as RoomAside,Wt as RoomForm,io as RoomGuidelines,lo as RoomInvites,qt as RoomKeys,zt as RoomList,ro as RoomMenu,ho as Roster,ga as Saved,go as Search,wo as SearchDialog,ba as SearchView,vo as SettingsData,_o as SettingsLeaving,Na as SettingsView,So as ShellMenu,To as Shortcuts,ja as StandingView,qo as StepUpDialog,Yo as Switcher,Ho as Unsent,Oo as UnsentList,Vo as WarningForm,Bo as WhyMuted,Se as banReasonWords,S as createActions,x as createNews,Jo as createStepUp,Qo as doorWords,Ae as hiddenWords,Pa as keepPage,fe as openKeys,Xo as siteNews};