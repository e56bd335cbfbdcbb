using Dams.Cleaning.Names;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Cleaning;

public sealed class LoneNameDetectorTests
{
    [Theory]
    [InlineData("Lesion measured by Robertson at 22 mm, today 23 mm.", "Robertson")]
    [InlineData("Heard from Hughes in theatre that the wire was kinked.", "Hughes")]
    [InlineData("Play specialist Kevin helped, Doreen held her hand.", "Kevin|Doreen")]
    [InlineData("D-dimer 1,840. ANP Kowalski.", "Kowalski")]
    [InlineData("images shown to AHMED at 14:10", "AHMED")]
    [InlineData("Dikt.: Nowak Schr.: Zeynep", "Nowak|Zeynep")]
    [InlineData("Begleitung durch Sergio, holt ihn Schneider ab.", "Sergio|Schneider")]
    [InlineData("Télétransmis par Odette le 15/03/2019", "Odette")]
    [InlineData("Ablation du drain prévue demain par Morel", "Morel")]
    [InlineData("La acompaña Yesenia; avisado Ramírez.", "Yesenia|Ramírez")]
    [InlineData("Consenso raccolto da Moretti e De Rosa", "Moretti|De Rosa")]
    [InlineData("Ambulanza, autista Martini, rientro alle 16.", "Martini")]
    [InlineData("Discussed with Anne-Marie, who agrees.", "Anne-Marie")]
    [InlineData("STAT read, Robertson/Quistenberg to follow", "Robertson|Quistenberg")]
    [InlineData("biopsy, Quistenberg + Robertson, small haematoma", "Quistenberg|Robertson")]
    [InlineData("interpreter used (Trevor), no allergy", "Trevor")]
    [InlineData("je descends voir la suite. Jean-Marc", "Jean-Marc")]
    public void Names_that_nothing_announces_are_found(string text, string found) =>
        Assert.Equal(found, Detected.By(new LoneNameDetector(), text));

    [Theory]
    [InlineData("Salter-Harris II injury of the distal radius.")]
    [InlineData("Hughes syndrome; Hughes' syndrome; Hughes pulmonary disease.")]
    [InlineData("Previous Hartmann's, now for reversal of the Hartmann.")]
    [InlineData("Garden 3, Neer IIa, Fisher 4, Child-Pugh B.")]
    [InlineData("Gleason 4+3, Breslow 2.1 mm, Clark IV.")]
    [InlineData("Wolff-Parkinson-White, Argyll Robertson pupil, Osgood-Schlatter.")]
    [InlineData("Signs of Kohler disease and of a Monteggia fracture.")]
    [InlineData("Typ Weber B, Zeichen nach Murphy, Morbus Köhler II, Schatzki-Ring.")]
    [InlineData("Operation nach Hartmann, Naht nach Lembert, Zustand nach Whipple.")]
    [InlineData("Signe de Murphy, maladie de Horton, classification de Robertson, type 4 de Le Gal.")]
    [InlineData("Segno di Murphy, morbo di Hughes, sec. Garden, manovra di Giordano positiva.")]
    [InlineData("Signo de Murphy, enfermedad de Hughes, Hunt y Hess II.")]
    [InlineData("Cook Celect filter, Gore Excluder, Braun cannula, Edwards valve.")]
    [InlineData("Contour regular, pia mater and carina normal, iris spared.")]
    [InlineData("Stevens-Johnson, Guillain-Barré, Duncan-Masri, Hunt-Hess 3, Lauge-Hansen 4, Forrest IIb.")]
    [InlineData("Keil unter der Ferse, Mandel vergrößert, mit Dorn im Fuß, Stumpf reizlos.")]
    [InlineData("Donna di 60 anni, nega febbre. Lobo caudato. Gentile collega, grazie.")]
    [InlineData("Pelle integra. Ángulo conservado, Rama media. Milan criteria, Paris classification.")]
    [InlineData("robertson reports; kevin helped")]
    [InlineData("HELIX MARTIN2 robertson_t2 x@robertson")]
    [InlineData("Jones vs pseudo-Jones fx; Hunt Hess 3; Lhermitte pos, McDonald offen")]
    [InlineData("Legg-Calvé-Perthes Stadium II, Köhler-Tränenfigur normal, der Befund ist gut")]
    [InlineData("Sangue in Douglas, il rene destro e il sinistro regolari")]
    [InlineData("Charcot-Marie-Tooth, pied creux chez la patiente")]
    [InlineData("Labrum SLAP II nach Snyder, pAVK IIb nach Fontaine, lesión tipo IVa de Todani")]
    public void What_is_called_by_a_name_is_left(string text) =>
        Assert.Equal("", Detected.By(new LoneNameDetector(), text));
}
