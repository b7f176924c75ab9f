"""A hundred formulae as lecturers write them, from many fields."""

FORMULAE = tuple(
    line
    for line in r"""
E=mc^2
a^2+b^2=c^2
x_{1,2}=\frac{-b\pm\sqrt{b^2-4ac}}{2a}
\sum_{i=1}^{n} i = \frac{n(n+1)}{2}
\prod_{k=1}^{n} k = n!
\int_0^\infty e^{-x^2}\,dx = \frac{\sqrt{\pi}}{2}
\oint_{\partial S} \mathbf{E}\cdot d\mathbf{l} = -\frac{d\Phi_B}{dt}
\iint_D f(x,y)\,dA
\lim_{x\to 0}\frac{\sin x}{x}=1
\lim\limits_{n\to\infty} \left(1+\frac1n\right)^n = e
f'(x) = \lim_{h \to 0} \frac{f(x+h)-f(x)}{h}
\frac{\partial^2 u}{\partial t^2} = c^2 \nabla^2 u
\nabla \times \vec{B} = \mu_0 \vec{J} + \mu_0\varepsilon_0 \frac{\partial \vec{E}}{\partial t}
\hat{\beta} = (X^\top X)^{-1} X^\top y
\bar{x} = \frac{1}{n}\sum_{i=1}^n x_i
\sigma^2 = \mathbb{E}\left[(X-\mu)^2\right]
P(A \mid B) = \frac{P(B \mid A)\,P(A)}{P(B)}
\binom{n}{k} = \frac{n!}{k!(n-k)!}
{n \choose k} p^k (1-p)^{n-k}
X \sim \mathcal{N}(\mu, \sigma^2)
\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}
\begin{bmatrix} \cos\theta & -\sin\theta \\ \sin\theta & \cos\theta \end{bmatrix}
\det A = \begin{vmatrix} a & b \\ c & d \end{vmatrix} = ad - bc
|x| = \begin{cases} x & \text{if } x \ge 0 \\ -x & \text{otherwise} \end{cases}
\begin{aligned} a &= b + c \\ &= d \end{aligned}
\begin{align*} x + y &= 1 \\ x - y &= 3 \end{align*}
\begin{gather} a = b \\ c = d \end{gather}
\begin{eqnarray} y &=& mx + b \\ &=& 3 \end{eqnarray}
\begin{alignat}{2} a &= b &\quad c &= d \\ e &= f & g &= h \end{alignat}
\begin{split} y &= (x+1)^2 \\ &= x^2+2x+1 \end{split}
\begin{array}{l|r} 1 & 2 \\ \hline 3 & 4 \end{array}
\begin{multline} a + b + c \\ + d + e \end{multline}
a = b \\ c = d
\underbrace{1+2+\cdots+n}_{n\text{ terms}}
\overbrace{a+b}^{\text{sum}} + c
\overline{AB} \parallel \overline{CD}
\overrightarrow{AB} + \overrightarrow{BC} = \overrightarrow{AC}
\tilde{f} \widehat{xyz} \dot{x} \ddot{x} \check{c} \mathring{A}
\sqrt[3]{x^3+y^3}
\sqrt{1+\sqrt{1+\sqrt{1+x}}}
\cfrac{1}{1+\cfrac{1}{1+\cfrac{1}{x}}}
x^{y^{z}} + x_{i_{j}}
{}^{14}_{6}\mathrm{C}
\prescript{235}{92}{\mathrm{U}}
\ce{H2O}
\ce{2H2 + O2 -> 2H2O}
\ce{SO4^2-}
\ce{CH3-CH3}
\ce{HC#CH}
\ce{Ca(OH)2}
\ce{N2 + 3H2 <=>[Fe][450 °C] 2NH3}
\text{H}_2\text{O}
\text{CH}_3\text{CH}_2\text{CH}_3
\text{NO}_3^-
\text{(} \text{CH}_3 \text{)}_3 \text{CH}
\alpha\beta\gamma\delta\epsilon\zeta\eta\theta
\Gamma\Delta\Theta\Lambda\Xi\Pi\Sigma\Phi\Psi\Omega
\forall \varepsilon > 0 \; \exists \delta > 0
A \cup B \cap C \setminus D \subseteq E
\emptyset \neq \{x \in \mathbb{R} : x^2 < 2\}
p \land q \lor \neg r \implies s \iff t
f\colon X \to Y,\ x \mapsto f(x)
A \xrightarrow{k_1} B \xleftarrow[k_2]{} C
\left\lfloor \frac{n}{2} \right\rfloor \le \left\lceil \frac{n}{2} \right\rceil
\left\langle \psi \middle| \hat{H} \middle| \psi \right\rangle
\left. \frac{df}{dx} \right|_{x=0}
\|v\| = \sqrt{\langle v, v\rangle}
\operatorname*{arg\,max}_{\theta} \log L(\theta)
\operatorname{softmax}(z)_i = \frac{e^{z_i}}{\sum_j e^{z_j}}
a \equiv b \pmod{n}
n \bmod 2 = 0
O(n \log n) \subset \Omega(n)
\sin^2\theta + \cos^2\theta = 1
e^{i\pi} + 1 = 0
\ln(xy) = \ln x + \ln y
\max_{0 \le x \le 1} f(x)
\bigcup_{i \in I} A_i = \bigoplus_{j} V_j
\sum_{\substack{0\le i\le m \\ 0<j<n}} P(i,j)
\sum\nolimits_{i} a_i b_i
x \notin A,\ y \not= z,\ A \not\subset B
1.5\times10^{-3}\,\mathrm{mol\,L^{-1}}
50\% \text{ of } \$100
\mathbf{F} = m\mathbf{a}
\boldsymbol{\beta} \bm{x} \mathsf{A}^{\mathsf{T}} \mathtt{code} \mathfrak{g} \mathscr{L}
\boxed{E = h\nu}
\cancel{x} + y
\overset{!}{=} \underset{n\to\infty}{\longrightarrow} \stackrel{\text{def}}{=}
\frac{\mathrm{d}y}{\mathrm{d}x} = ky
\dfrac{1}{2} + \tfrac{1}{3}
a \over b
\color{red}{x} + \textcolor{blue}{y}
\bigl( x \bigr) \Big[ y \Big]
\quad a \qquad b \; c \, d \! e
\dots \cdots \vdots \ddots
Mass = \beta_0 + \beta_1 D_{Male} + \beta_2 Height + \beta_3 D_{Male} \times Height
\Delta w_{ji} = -\eta \dfrac{\partial E}{\partial w_{ji}}
E^{(d)} = \dfrac{1}{2} \sum_k (y_k^{(d)} - t_k^{(d)})^2
g(a) = 1/(1+\exp(-a))
\frac{\text{one 2s orbital}}{\text{two hybrid orbitals}} = 50\% \, \text{s-character}
\mathcal{F}\{f\}(\xi) = \int_{-\infty}^{\infty} f(x)\,e^{-2\pi i x \xi}\,dx
""".strip().splitlines()
)
