using System.Management.Automation;

namespace Dams.Commands;

/// <summary>Import-SubjectMap: the lines of subject maps, from files or from rows of a list.</summary>
[Cmdlet(VerbsData.Import, "SubjectMap", DefaultParameterSetName = PathSet)]
[OutputType(typeof(SubjectMapEntry))]
public sealed class ImportSubjectMapCommand : DamsCommand
{
    private const string PathSet = "Path";
    private const string RowSet = "Row";

    private int _rowNumber;

    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PathSet)]
    [Alias("LiteralPath", "PSPath", "LP", "FullName")]
    public string Path { get; set; } = "";

    [Parameter(Mandatory = true, ParameterSetName = RowSet, ValueFromPipeline = true)]
    public PSObject[] InputObject { get; set; } = [];

    protected override void Process()
    {
        if (ParameterSetName == PathSet)
            Emit(Paths.ResolveParameter(nameof(Path), Path));
        foreach (var given in InputObject)
        {
            _rowNumber++;
            if (GivenPath.Find(given) is { } path)
                Emit(Paths.ResolveParameter(nameof(Path), path));
            else
                EmitRow(given);
        }
    }

    private void EmitRow(PSObject row)
    {
        try
        {
            WriteObject(SubjectMaps.EntryOf(row, _rowNumber, takesNumbers: true) ?? throw CmdletErrors.NoSubjectMapEntry(_rowNumber));
        }
        catch (DamsException e)
        {
            Listener.Fail(new FileFailure("A row", "", e));
        }
    }

    private void Emit(string path) => WriteObject(SubjectMap.Read(path).Entries, enumerateCollection: true);
}
