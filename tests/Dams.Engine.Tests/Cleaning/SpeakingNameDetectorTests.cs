using Dams.Cleaning.Names;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Cleaning;

public sealed class SpeakingNameDetectorTests
{
    [Theory]
    [InlineData("nodes unchanged since the last study, Quistenberg agrees", "Quistenberg")]
    [InlineData("the patient is L not R. Quistenberg told.", "Quistenberg")]
    [InlineData("Serie gelöscht, Quistenberg weiß Bescheid", "Quistenberg")]
    [InlineData("Drain fördert nicht, bitte Quistenberg anrufen", "Quistenberg")]
    [InlineData("le côté est le gauche, Quistenberg prévenu", "Quistenberg")]
    [InlineData("Dos Quistenberg d'accord pour le scanner sans injection", "Dos Quistenberg")]
    [InlineData("es la izquierda, Quistenberg al tanto de la paciente", "Quistenberg")]
    [InlineData("El-Quistenberg dice che la paziente non è a digiuno", "El-Quistenberg")]
    [InlineData("left message for Quistenberg (mom) at home", "Quistenberg")]
    [InlineData("llamé a planta, Candelaria (enf) dice que baja", "Candelaria")]
    public void A_name_that_is_in_no_list_is_found_by_what_people_do(string text, string found) =>
        Assert.Equal(found, Detected.By(new SpeakingNameDetector(), text));

    [Theory]
    [InlineData("Radiology agrees, the team told us")]
    [InlineData("the mother told us, she agrees")]
    [InlineData("Angehörige informiert. Hausarzt verständigt. Quistenbergitis informiert")]
    [InlineData("unter Quistenbergol informiert die Gebrauchsanweisung")]
    [InlineData("Quistenberg 400 mg avec la patiente")]
    [InlineData("Médecin prévenu, famille prévenue, accord du patient")]
    [InlineData("Familia avisada, Urgencias al tanto, se avisa a planta")]
    [InlineData("Reparto avvisato, Paziente informata del rischio")]
    [InlineData("Avis demandé au chirurgien, Protocole validé par le service")]
    [InlineData("Pancreas (head), Liver (mother cell)")]
    public void What_no_name_stands_before_is_left(string text) => Assert.Equal("", Detected.By(new SpeakingNameDetector(), text));
}
