using Xunit;

namespace Dams.Tests.Cleaning.Languages;

public sealed class SpanishTests
{
    [Theory]
    [InlineData("Calvo^José", "Pepe refiere dolor. Sr. Calvo en ayunas", "[removed] refiere dolor. Sr. [removed] en ayunas")]
    [InlineData("", "Informado por la Dra. Zubeldia, avisada su esposa Maitane", "Informado por la Dra. [removed], avisada su esposa [removed]")]
    [InlineData("", "Médico de cabecera del paciente: Dra. Guadalupe Urrutia Landa, Villasol", "Médico de cabecera del paciente: [removed]")]
    [InlineData("", "vive en Calle Mayor 12, 39300 Villasol, DNI 12345678Z", "vive en [removed], DNI [removed]")]
    [InlineData("", "Trasladado desde el Hospital Virgen Blanca, habitación 418", "Trasladado desde el Hospital [removed], habitación [removed]")]
    [InlineData("", "Lesión conocida desde octubre de 2020, Omnipaque 300", "Lesión conocida desde [removed], Omnipaque 300")]
    [InlineData("", "Trabaja de albañil en Móstoles. Procede de Guayaquil.", "Trabaja de albañil en [removed]. Procede de [removed].")]
    [InlineData("", "Enviar copia a la paciente y a S. Iglesias Vidal con el informe.", "Enviar copia a la paciente y a [removed] con el informe.")]
    [InlineData("", "Se realiza control el 3-4-21 y se compara con el de 05-2019.", "Se realiza control el [removed] y se compara con el de [removed].")]
    [InlineData("", "La hija de Dña. Remedios Sorribes solicita una copia.", "La hija de [removed] solicita una copia.")]
    [InlineData("", "Informado en el servicio por Salud de las Heras para el comité.", "Informado en el servicio por [removed] para el comité.")]
    [InlineData("", "Cumple criterios de Milán, BCLC B de Barcelona, en el estudio.", "Cumple criterios de Milán, BCLC B de Barcelona, en el estudio.")]
    [InlineData("", "Tratado con Augmentine y Nolotil en el domicilio.", "Tratado con Augmentine y Nolotil en el domicilio.")]
    [InlineData("", "Nódulo de la hermana María José en el ombligo.", "Nódulo de la hermana María José en el ombligo.")]
    [InlineData("", "El teléfono de la hija es el 81 4649 7275 por las tardes.", "El teléfono de la hija es el [removed] por las tardes.")]
    [InlineData("", "Ecografía realizada por la Dra. Teresa Iglesias.", "Ecografía realizada por la Dra. [removed].")]
    public void What_identifies_in_Spanish_reports_goes_and_the_rest_stays(string names, string text, string expected) =>
        Assert.Equal(expected, Report.Cleaned(names, text));

    [Theory]
    [InlineData("Dolor en hipocondrio derecho y fiebre. Se solicita TC urgente para descartar colecistitis.")]
    [InlineData("Hígado de tamaño y morfología normales, sin lesiones focales. Vía biliar no dilatada.")]
    [InlineData("Se realiza TC toracoabdominopélvico tras administración de contraste intravenoso (Omnipaque 300, 100 ml).")]
    [InlineData("No se observan adenopatías de tamaño patológico. Pequeño derrame pleural bilateral.")]
    [InlineData("Hernia discal L4-L5 con compromiso radicular izquierdo. Estenosis de canal grado B de Schizas.")]
    [InlineData("Fractura de Barton, línea de Gilula conservada, índice de Insall-Salvati 1,2.")]
    [InlineData("Quiste de Tarlov en S2. Hemangioma vertebral en D8. Nódulos de Schmorl múltiples.")]
    [InlineData("Enfermedad de Wilson conocida, anillo de Kayser-Fleischer. Síndrome de Budd-Chiari descartado.")]
    [InlineData("Prueba realizada sin incidencias. Paciente poco colaboradora. Médico responsable presente.")]
    [InlineData("Residente de guardia avisado del hallazgo. Enfermera presente durante la biopsia. Familia informada.")]
    [InlineData("Clasificación de Atlanta revisada: colección necrótica aguda. Índice de Balthazar E.")]
    [InlineData("Remitido por su médico de Atención Primaria por lumbalgia de larga evolución.")]
    [InlineData("Se recomienda control ecográfico en 6 meses. Valorar biopsia guiada por Ecografía.")]
    [InlineData("Mama derecha: nódulo de 14 mm en cuadrante superoexterno. Cola de Spence sin hallazgos.")]
    [InlineData("Útero en anteversión. Endometrio de 6 mm. Ovario derecho con folículos. Douglas libre.")]
    [InlineData("Tratamiento con Sintrom, Adiro y Metamizol. Alergia a Yodo. Pauta de Prednisona previa.")]
    [InlineData("Rodilla izquierda: rotura del cuerno posterior del menisco interno. Grasa de Hoffa edematosa.")]
    [InlineData("Cateterismo por vía femoral, técnica de Seldinger. Stent Wallflex en colédoco.")]
    [InlineData("Servicio de Urgencias. Traumatismo craneoencefálico leve, Glasgow 15. Sin fractura de calota.")]
    [InlineData("Escala de Fazekas 2, Scheltens 1, Koedam 0. Atrofia cortical global.")]
    [InlineData("Madre portadora de mutación BRCA1. Padre fallecido por infarto. Hermano sano. Hija con asma.")]
    [InlineData("Equipo: Siemens Naeotom Alpha. Radiólogo disponible en todo momento. Técnico presente.")]
    [InlineData("Derivado por Traumatología para valorar Hallux valgus. Ángulo de Böhler 28°.")]
    [InlineData("Fístula arteriovenosa de Cimino trombosada. Catéter de Hickman con punta en aurícula derecha.")]
    [InlineData("Nódulo tiroideo EU-TIRADS 4. Tiroiditis de Hashimoto. Graves-Basedow en seguimiento.")]
    [InlineData("Gota y condrocalcinosis. Campos pulmonares sin condensaciones. Vesícula en fuente normal.")]
    [InlineData("Conclusión: Sin cambios significativos respecto al estudio previo. Calle ósea no observada.")]
    [InlineData("Cruz roja renal ausente. Segmentos IVa y IVb. Leal a la pauta. Salud bucodental conservada.")]
    [InlineData("Grupo A. Neumonía lobar. Tipo B. Disección crónica. Vitamina C. Hidratación oral.")]
    [InlineData("Próstata de 54 cc. Residuo posmiccional no significativo.")]
    public void Clinical_sentences_in_Spanish_stay(string text) => Assert.Equal(text, Report.Cleaned("", text));
}
