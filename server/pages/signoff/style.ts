/** The look of the page: made for a phone, good on a desk, light and dark as the reader's machine is set. */
export const style = `:root{color-scheme:light dark;--back:#f4f1ec;--card:#fff;--text:#222;--soft:#565049;--line:#d9d0c4;--brand:#7a3b00;--on-brand:#fff;--focus:#1d5fd1;--error:#a4161a;--error-back:#fdecea;--note:#6b4a00;--note-back:#fff4d6;--new:#0b5a2c;--new-back:#def3e4;--old:#8c1d1d;--old-back:#fbe4e2}
@media (prefers-color-scheme:dark){:root{--back:#1c1a18;--card:#2a2724;--text:#eee;--soft:#bdb4a9;--line:#4d463f;--brand:#f0b27a;--on-brand:#222;--focus:#8ab4ff;--error:#ffb4ab;--error-back:#4a1c1a;--note:#f4d58d;--note-back:#43371a;--new:#a6e3bb;--new-back:#183a26;--old:#ffb9b3;--old-back:#4a2320}}
*{box-sizing:border-box}
body{margin:0;font:1.0625rem/1.6 system-ui,sans-serif;background:var(--back);color:var(--text);overflow-wrap:anywhere}
header,main{max-width:44rem;margin:0 auto;padding:0 1rem}
header{padding-top:1.25rem;color:var(--soft);font-weight:600}
main{padding-bottom:3rem}
h1{margin:.5rem 0 .75rem;font-size:1.625rem;line-height:1.25}
h2{margin:0 0 .5rem;font-size:1.25rem;line-height:1.3}
h3,h4,h5,h6{margin:1.25rem 0 .5rem;line-height:1.3}
p,ul,ol,dl,blockquote{margin:0 0 .875rem}
a{color:var(--brand)}
section{margin:1.25rem 0 0;padding:1.25rem;background:var(--card);border:1px solid var(--line);border-radius:.75rem}
section>:last-child{margin-bottom:0}
.soft{color:var(--soft);font-size:.9375rem}
.note,.problems{padding:.75rem 1rem;border-radius:.5rem;background:var(--note-back);color:var(--note)}
.problems{margin:.75rem 0 1.25rem;border:2px solid currentColor;background:var(--error-back);color:var(--error)}
.problems h2{font-size:1.125rem}.problems a{color:inherit}.problems ul{margin:0;padding-left:1.25rem}
blockquote{margin-left:0;padding:.25rem 0 .25rem 1rem;border-left:.25rem solid var(--line);white-space:pre-line}
.look{margin-top:.75rem;padding:1rem;border:1px solid var(--line);border-radius:.5rem}
.look>:first-child{margin-top:0}.look>:last-child{margin-bottom:0}
.look h3{font-size:1.5rem}.look h4{font-size:1.25rem}.look h5,.look h6{font-size:1.0625rem}
.look blockquote{white-space:normal}
img{display:block;max-width:100%;height:auto;border-radius:.25rem;background:var(--line)}
pre{white-space:pre-wrap}table{border-collapse:collapse;width:100%}td,th{border:1px solid var(--line);padding:.25rem .5rem;text-align:left;vertical-align:top}
.post{white-space:pre-line;margin-bottom:.75rem}
.link-card{border:1px solid var(--line);border-radius:.5rem;overflow:hidden}.link-card>div{padding:.75rem}.link-card img{border-radius:0;width:100%}
.link-card p{margin:0}
.list{list-style:none;padding:0}.list>li{margin:0 0 .75rem;padding-left:.75rem;border-left:.25rem solid var(--line)}
.list>li.error{border-color:var(--error)}
ins{background:var(--new-back);color:var(--new);text-decoration:underline}
del{background:var(--old-back);color:var(--old);text-decoration:line-through}
del+ins{margin-left:.25em}
dt{font-weight:600}dd{margin:0 0 .5rem}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
fieldset{margin:0 0 1rem;padding:0;border:0}legend{padding:0;font-weight:600}
.tick{display:flex;gap:.75rem;align-items:flex-start;padding:.625rem 0;cursor:pointer}
.tick input{flex:none;width:1.5rem;height:1.5rem;margin:.1rem 0 0;accent-color:var(--brand)}
label.over{display:block;font-weight:600}
textarea{display:block;width:100%;min-height:7rem;margin-top:.25rem;padding:.625rem;font:inherit;color:inherit;background:var(--back);border:1px solid var(--soft);border-radius:.4rem}
[aria-invalid=true]{outline:2px solid var(--error);outline-offset:2px}
.wrong{margin:.25rem 0;color:var(--error);font-weight:600}
.buttons{display:flex;flex-direction:column;gap:.75rem;margin-top:1rem}
button{min-height:3rem;padding:.75rem 1.25rem;font:inherit;font-weight:600;color:var(--brand);background:transparent;border:2px solid var(--brand);border-radius:.4rem;cursor:pointer}
button.first{color:var(--on-brand);background:var(--brand)}
button.light{border-color:transparent;text-decoration:underline}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
@media (min-width:45rem){.buttons{flex-direction:row;flex-wrap:wrap}h1{font-size:2rem}section{padding:1.5rem}}`;
