using Xunit;

namespace Dams.Tests.Cleaning.Languages;

public sealed class ItalianTests
{
    [Theory]
    [InlineData("Testa^Giuseppe", "Sig. Testa, testa del pancreas regolare. Beppe riferisce dolore", "Sig. [removed], testa del pancreas regolare. [removed] riferisce dolore")]
    [InlineData("", "Refertato da Dott. Quaregna", "Refertato da [removed]")]
    [InlineData("", "residente in Via Garibaldi 12, 20081 Borgosole", "residente in [removed]")]
    [InlineData("", "C.F. RSSMRA85T10A562S, cell. 347 123 4567, reparto 12", "C.F. [removed], cell. [removed], reparto [removed]")]
    [InlineData("", "Il paziente lavora in una conceria di Arzignano.", "Il paziente lavora in una conceria di [removed].")]
    [InlineData("", "Caduta dalla bicicletta a Bassano del Grappa con trauma della mano.", "Caduta dalla bicicletta a [removed] con trauma della mano.")]
    [InlineData("", "Operata dal prof. Lo Presti a Cefalù per la frattura.", "Operata dal prof. [removed] a [removed] per la frattura.")]
    [InlineData("", "La biopsia è eseguita da A. Dall'Acqua con la sedazione.", "La biopsia è eseguita da [removed] con la sedazione.")]
    [InlineData("", "La figlia della sig.ra Pellizzari chiede copia della TC.", "La figlia della sig.ra [removed] chiede copia della TC.")]
    [InlineData("", "Entro i criteri di Milano alla RM del fegato.", "Entro i criteri di Milano alla RM del fegato.")]
    [InlineData("", "Premedicazione con Bentelan e Zantac per la TC.", "Premedicazione con Bentelan e Zantac per la TC.")]
    [InlineData("", "Il telefono della moglie è 049 834.33.60 oppure 06.5862754 la sera.", "Il telefono della moglie è [removed] oppure [removed] la sera.")]
    [InlineData("", "Lesione nota da 05-2021, in follow-up dal Prof. Hoxha a Massa da un anno.", "Lesione nota da [removed], in follow-up dal Prof. [removed] a [removed] da un anno.")]
    public void What_identifies_in_Italian_reports_goes_and_the_rest_stays(string names, string text, string expected) =>
        Assert.Equal(expected, Report.Cleaned(names, text));

    [Theory]
    [InlineData("Dolore toracico e dispnea. Si richiede angio-TC per escludere embolia polmonare.")]
    [InlineData("Fegato di dimensioni regolari, esente da lesioni focali. Non dilatazione delle vie biliari.")]
    [InlineData("Esame eseguito prima e dopo somministrazione di mezzo di contrasto (Iopamiro 370, 100 ml).")]
    [InlineData("Non linfoadenomegalie in sede mediastinica. Falda di versamento pleurico destro.")]
    [InlineData("Ernia discale L5-S1 mediana paramediana sinistra. Spondilolistesi di grado I di Meyerding.")]
    [InlineData("Esiti di frattura della rotula. Cisti di Baker. Corpo adiposo di Hoffa edematoso.")]
    [InlineData("Malattia di Crohn dell'ultima ansa. Segno di Murphy negativo. Criteri di Roma IV soddisfatti.")]
    [InlineData("Medico di guardia avvisato del reperto. Infermiere presente in sala. Familiari informati.")]
    [InlineData("Inviato dal Pronto Soccorso per trauma cranico. Richiesto da Ortopedia controllo post-operatorio.")]
    [InlineData("Paziente poco collaborante. Paziente in Terapia Intensiva, intubato. Tecnico presente.")]
    [InlineData("Nodulo tiroideo di 12 mm a destra, TI-RADS 3. Morbo di Basedow in terapia con Tapazole.")]
    [InlineData("Si consiglia controllo ecografico a 6 mesi. Utile valutazione Chirurgica.")]
    [InlineData("Angolo di Cobb di 18°. Segno di Risser 3. Metodo di Greulich-Pyle: età ossea 12 anni.")]
    [InlineData("Utero retroverso. Ovaie nei limiti. Douglas libero. Modesta quantità di liquido nel Morison.")]
    [InlineData("Aneurisma dell'aorta sottorenale di 48 mm. Endoprotesi Endurant in sede. Stent di Palmaz pervio.")]
    [InlineData("Mammella sinistra: opacità di 9 mm al QSE. Coda di Spence indenne. Linfonodo di Rotter non visibile.")]
    [InlineData("Madre affetta da carcinoma mammario. Padre deceduto per IMA. Sorella sana. Figlio asmatico.")]
    [InlineData("Apparecchiatura: GE Revolution Apex. Radiologo disponibile. Collega di Neurologia concorde.")]
    [InlineData("Terapia con Coumadin e Cardioaspirina. Allergia a Iodio. Premedicazione con Bentelan e Zantac.")]
    [InlineData("Scala di Fazekas 2. Atrofia ippocampale MTA 3 secondo Scheltens. Pattern di Alzheimer.")]
    [InlineData("Conclusioni: Quadro invariato rispetto al precedente esame. Rosa il liquor. Pace-maker in sede.")]
    [InlineData("Legamento di Treitz in sede. Ampolla di Vater libera. Dotto di Wirsung non dilatato. Setti di Kerley.")]
    [InlineData("Sindrome di Budd-Chiari. Frattura di Segond. Lesione di Hill-Sachs e Bankart. Os trigonum.")]
    [InlineData("Classificazione di Bosniak IIF. Stanford A. Weber C. Garden III. Mason 2. Neer a quattro parti.")]
    [InlineData("Tomografo Aquilion ONE Canon. Protocollo Torace Standard. Sequenze Dixon e Blade. Kernel Br40.")]
    [InlineData("Catetere di Swan-Ganz con apice in arteria polmonare. Sondino di Dobbhoff. Valvola di Hakim.")]
    [InlineData("Torre d'avorio ossea. Campo visivo ridotto. Costa IV fratturata. Grasso mesenteriale imbibito.")]
    [InlineData("Streptococcus B. Pneumocystis jirovecii. E. Coli nelle urine. S. Aureus. C. Difficile positivo.")]
    [InlineData("Prostata di 50 cc. Residuo post-minzionale 40 cc.")]
    public void Clinical_sentences_in_Italian_stay(string text) => Assert.Equal(text, Report.Cleaned("", text));
}
