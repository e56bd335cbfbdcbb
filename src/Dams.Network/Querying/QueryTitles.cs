namespace Dams.Network.Querying;

/// <summary>
/// The titles of columns that say what is asked of studies, as <see cref="ColumnTitles.Fold"/> gives them: in English, and as
/// exports of hospitals in German and Korean have them. Of several in a row the first here counts.
/// </summary>
internal static class QueryTitles
{
    public static readonly string[] PatientID = ["mrn", "patientid", "patientenid", "patientennummer", "환자번호", "등록번호", "id"];

    public static readonly string[] AccessionNumber =
        ["accessionnumber", "accession", "accessionno", "auftragsnummer", "접수번호", "검사번호"];

    public static readonly string[] StudyInstanceUID = ["studyinstanceuid", "studyuid"];

    public static readonly string[] StudyDate = ["studydate", "ctdate", "untersuchungsdatum", "studiendatum", "검사일", "검사일자"];

    public static readonly string[] Modality = ["modality", "modalitiesinstudy", "modalität"];
}
