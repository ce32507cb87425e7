/** What TeX's commands look like, by name: enough to read a formula in a line of text. */

const PAIRS = `
alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ nu ν
xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi φ varphi φ chi χ psi ψ omega ω
Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω ell ℓ hbar ℏ Re ℜ Im ℑ aleph ℵ wp ℘
imath ı jmath ȷ partial ∂ nabla ∇ infty ∞ emptyset ∅ varnothing ∅ forall ∀ exists ∃ nexists ∄ neg ¬ lnot ¬ top ⊤ bot ⊥
angle ∠ triangle △ square □ Box □ blacksquare ■ qed ∎ degree ° circ ∘ bullet • star ⋆ ast ∗ dagger † prime ′
cdot · cdots ⋯ ldots … dots … dotsc … dotsb ⋯ vdots ⋮ ddots ⋱ times × div ÷ pm ± mp ∓ oplus ⊕ ominus ⊖ otimes ⊗ odot ⊙
cup ∪ cap ∩ bigcup ⋃ bigcap ⋂ setminus ∖ sqcup ⊔ sqcap ⊓ uplus ⊎ wedge ∧ vee ∨ land ∧ lor ∨ bigwedge ⋀ bigvee ⋁
sum ∑ prod ∏ coprod ∐ int ∫ iint ∬ iiint ∭ oint ∮ surd √ bigoplus ⨁ bigotimes ⨂
le ≤ leq ≤ leqslant ≤ ge ≥ geq ≥ geqslant ≥ ll ≪ gg ≫ lt < gt > ne ≠ neq ≠ equiv ≡ cong ≅ sim ∼ simeq ≃ approx ≈ asymp ≍
propto ∝ prec ≺ succ ≻ preceq ⪯ succeq ⪰ in ∈ notin ∉ ni ∋ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ subsetneq ⊊ nsubseteq ⊈
sqsubseteq ⊑ sqsupseteq ⊒ models ⊨ vDash ⊨ vdash ⊢ dashv ⊣ perp ⊥ parallel ∥ mid ∣ nmid ∤ coloneqq ≔ triangleq ≜ doteq ≐
to → rightarrow → longrightarrow ⟶ leftarrow ← gets ← longleftarrow ⟵ leftrightarrow ↔ Rightarrow ⇒ implies ⇒
Longrightarrow ⟹ Leftarrow ⇐ impliedby ⇐ Leftrightarrow ⇔ iff ⇔ Longleftrightarrow ⟺ mapsto ↦ longmapsto ⟼ uparrow ↑
downarrow ↓ Uparrow ⇑ Downarrow ⇓ nearrow ↗ searrow ↘ hookrightarrow ↪ rightharpoonup ⇀ rightleftharpoons ⇌ leadsto ⇝
rightsquigarrow ⇝ twoheadrightarrow ↠ therefore ∴ because ∵ langle ⟨ rangle ⟩ lceil ⌈ rceil ⌉ lfloor ⌊ rfloor ⌋ vert |
lvert | rvert | Vert ‖ lVert ‖ rVert ‖ lbrace { rbrace } lbrack [ rbrack ] backslash \\ colon : checkmark ✓ S § euro €
pounds £ dollar $ aa å AA Å ae æ AE Æ oe œ OE Œ o ø O Ø ss ß complement ∁ bowtie ⋈ ltimes ⋉ rtimes ⋊ wr ≀ amalg ⨿
lll ⋘ ggg ⋙ lesssim ≲ gtrsim ≳ natural ♮ sharp ♯ flat ♭ clubsuit ♣ diamondsuit ♢ heartsuit ♡ spadesuit ♠ diamond ⋄
bigcirc ◯ bigstar ★ lozenge ◊ R ℝ N ℕ Z ℤ Q ℚ C ℂ reals ℝ`;

const listed = PAIRS.trim().split(/\s+/);

/** Commands that are one sign. */
export const SIGNS: ReadonlyMap<string, string> = new Map(
  listed.flatMap((name, i) => (i % 2 === 0 ? [[name, listed[i + 1]!] as const] : [])),
);

const names = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Commands that say how something looks or where it stands; what they are given is shown without them. */
export const LOOKS = names(`
  left right middle big Big bigg Bigg bigl bigr bigm Bigl Bigr biggl biggr Biggl Biggr displaystyle textstyle scriptstyle
  scriptscriptstyle limits nolimits mathop mathbin mathrel mathord mathopen mathclose mathinner mathstrut strut nonumber
  notag hline hfill allowbreak break nobreak rm bf it sf tt cal frak normalsize small footnotesize scriptsize tiny large
  Large LARGE huge Huge text textbf textit textrm textsf texttt textnormal textsc emph mbox hbox fbox boxed mathrm mathbf
  mathit mathsf mathtt mathcal mathscr mathfrak mathnormal boldsymbol bm bold pmb operatorname operatornamewithlimits hat
  widehat bar overline underline tilde widetilde vec dot ddot dddot acute grave check breve mathring overrightarrow
  overleftarrow overbrace underbrace overset underset stackrel substack smash cancel bcancel xcancel sout ce pu mathchoice
  unicode displaylines eqalign centering raggedright`);

/** Commands with an argument that nobody sees. */
export const UNSEEN = names(`
  label tag ref eqref cite color hspace vspace hskip vskip kern mkern mskip phantom hphantom vphantom require usepackage
  rule class cssId href style htmlClass htmlStyle htmlId rlap llap raisebox begingroup endgroup`);

/** Commands that are blanks. */
export const BLANKS = names(
  'quad qquad enspace enskip thinspace medspace thickspace space nobreakspace newline cr',
);

const SUPERSCRIPTS = new Map(
  Array.from('0123456789+-=()n', (c, i) => [c, Array.from('⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ')[i]!]),
);
const SUBSCRIPTS = new Map(Array.from('0123456789', (c, i) => [c, Array.from('₀₁₂₃₄₅₆₇₈₉')[i]!]));
const DOUBLE = new Map(Array.from('CHNPQRZEFk1', (c, i) => [c, Array.from('ℂℍℕℙℚℝℤ𝔼𝔽𝕜𝟙')[i]!]));

const mapped = (by: ReadonlyMap<string, string>, text: string): string | null => {
  const shown = Array.from(text, (c) => by.get(c));
  return shown.length > 0 && shown.every((c) => c !== undefined) ? shown.join('') : null;
};

/** The text small and raised or lowered; null where there are no such letters. */
export const scripted = (mark: '^' | '_', text: string): string | null =>
  mapped(mark === '^' ? SUPERSCRIPTS : SUBSCRIPTS, text);

/** A letter as blackboards have it: ℝ. */
export const doubled = (letter: string): string => DOUBLE.get(letter) ?? letter;
