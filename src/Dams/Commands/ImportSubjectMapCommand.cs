using System.Management.Automation;
using Dams.Subjects;

namespace Dams.Commands;

/// <summary>Import-SubjectMap: the lines of subject maps.</summary>
[Cmdlet(VerbsData.Import, "SubjectMap", DefaultParameterSetName = PathSet)]
[OutputType(typeof(SubjectMapEntry))]
public sealed class ImportSubjectMapCommand : DamsCommand
{
    private const string PathSet = "Path";
    private const string RowSet = "Row";

    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PathSet, ValueFromPipelineByPropertyName = true)]
    [Alias("LiteralPath", "PSPath", "LP", "FullName")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    [Parameter(Mandatory = true, ParameterSetName = RowSet, ValueFromPipelineByPropertyName = true)]
    [Alias("Subject", "SubjectID", "id")]
    public string Subj { get; set; } = "";

    [Parameter(Mandatory = true, ParameterSetName = RowSet, ValueFromPipelineByPropertyName = true)]
    [Alias("PatientID")]
    public string MRN { get; set; } = "";

    [Parameter(ParameterSetName = RowSet, ValueFromPipelineByPropertyName = true)]
    [Alias("CTDate")]
    public string CT_date { get; set; } = "";

    protected override void Process()
    {
        if (ParameterSetName == RowSet)
            WriteObject(new SubjectMapEntry(Subj, MRN, CT_date));
        else
            WriteObject(SubjectMap.Read(SessionState.Path.GetUnresolvedProviderPathFromPSPath(Path)).Entries, enumerateCollection: true);
    }
}
