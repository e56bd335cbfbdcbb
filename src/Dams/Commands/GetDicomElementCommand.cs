using System.Management.Automation;

namespace Dams.Commands;

/// <summary>Get-DicomElement: the elements of files, one object each.</summary>
[Cmdlet(VerbsCommon.Get, "DicomElement", DefaultParameterSetName = PathSet)]
[OutputType(typeof(DicomElement))]
public sealed class GetDicomElementCommand : PathCommand
{
    [Parameter(Position = 1)]
    [ArgumentCompleter(typeof(TagCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Tag { get; set; } = [];

    [Parameter]
    public SwitchParameter Recurse { get; set; }

    protected override void Process()
    {
        var wanted = ElementListing.ParseTags(Tag);
        var files = SourceFiles.Find(ResolvePaths(), Context);
        WriteErrorIfNothing(files.Count);
        foreach (var file in files)
        {
            StopToken.ThrowIfCancellationRequested();
            foreach (var element in ElementListing.Read(file, wanted, Recurse, Context))
                WriteObject(element);
        }
    }
}
