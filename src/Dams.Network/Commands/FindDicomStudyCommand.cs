using System;
using System.Globalization;
using System.Management.Automation;
using Dams.Commands;
using Dams.Network.Querying;

namespace Dams.Network.Commands;

[Cmdlet(VerbsCommon.Find, "DicomStudy", DefaultParameterSetName = NodeSet)]
[OutputType(typeof(DicomStudy))]
public sealed class FindDicomStudyCommand : ArchiveCommand
{
    // Beyond it a number of Excel is not exact.
    private const double LargestNumber = 1e15;

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
                Value(PatientID, row, QueryTitles.PatientID),
                Value(AccessionNumber, row, QueryTitles.AccessionNumber),
                Value(StudyInstanceUID, row, QueryTitles.StudyInstanceUID),
                StudyQuery.DateRange(Value(StudyDate, row, QueryTitles.StudyDate)),
                Value(Modality, row, QueryTitles.Modality));
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

    private static string Value(string? given, RowValues? row, string[] titles) => (given ?? Text(row?.Value(titles))).Trim();

    // Cells of Excel may be dates and numbers.
    private static string Text(object? cell) => cell switch
    {
        DateTime day => DicomDate.Format(day),
        double number when number == Math.Floor(number) && Math.Abs(number) < LargestNumber => number.ToString("F0", CultureInfo.InvariantCulture),
        _ => LanguagePrimitives.ConvertTo<string>(cell) ?? "",
    };
}
