using System.Management.Automation;
using Dams.Commands;
using Dams.Network.Querying;

namespace Dams.Network.Commands;

[Cmdlet(VerbsCommon.Find, "DicomStudy", DefaultParameterSetName = NodeSet)]
[OutputType(typeof(DicomStudy))]
public sealed class FindDicomStudyCommand : ArchiveCommand
{
    private static readonly string[] PatientTitles = ["mrn", "patientid", "id"], AccessionTitles = ["accessionnumber", "accession", "accessionno"],
        StudyTitles = ["studyinstanceuid", "studyuid"], DateTitles = ["studydate", "ctdate"], ModalityTitles = ["modality", "modalitiesinstudy"];

    private IStudyFinder? _finder;
    private int _number;

    [Parameter]
    public string? PatientID { get; set; }

    [Parameter]
    public string? AccessionNumber { get; set; }

    [Parameter]
    public string? StudyInstanceUID { get; set; }

    [Parameter]
    public string? StudyDate { get; set; }

    [Parameter]
    public string? Modality { get; set; }

    // Rows bind here and are read later, so that no error of parameter binding holds a row.
    /// <summary>Rows of a list.</summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    protected override void Process()
    {
        _number++;
        try
        {
            var row = InputObject is null ? null : new RowValues(InputObject);
            var query = new StudyQuery(
                Value(PatientID, row, PatientTitles),
                Value(AccessionNumber, row, AccessionTitles),
                Value(StudyInstanceUID, row, StudyTitles),
                StudyQuery.DateRange(Value(StudyDate, row, DateTitles)),
                Value(Modality, row, ModalityTitles));
            // A row of which only the day is known would bring all who were examined on it.
            var who = StudyDate is null ? query with { StudyDate = "" } : query;
            if (who.AsksForAll)
                throw NetworkErrors.NothingToFind();
            _finder ??= Web is null ? new StudyFinder(Connection, StopToken) : new WebStudyFinder(Web, StopToken);
            var found = _finder.Find(query);
            foreach (var study in found)
                WriteObject(study);
            if (found.Count == 0)
                Listener.Warn(NetworkWarnings.NoStudyFound(_number));
        }
        catch (DamsException e) when (e.Scope == ErrorScope.File)
        {
            Listener.Fail(new FileFailure($"Query {_number}", "", e));
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _finder?.Dispose();
        base.Dispose(disposing);
    }

    private static string Value(string? given, RowValues? row, string[] titles) =>
        (given ?? (row is null ? "" : QueryRow.Text(row, titles))).Trim();
}
