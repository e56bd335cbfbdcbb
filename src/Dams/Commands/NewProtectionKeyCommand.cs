using System.IO;
using System.Management.Automation;

namespace Dams.Commands;

/// <summary>New-ProtectionKey: a key file that only its owner can read.</summary>
[Cmdlet(VerbsCommon.New, "ProtectionKey", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class NewProtectionKeyCommand : DamsCommand
{
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("LiteralPath", "LP", "FullName")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    [Parameter]
    public SwitchParameter Force { get; set; }

    protected override void Process()
    {
        var path = Paths.ResolveParameter(nameof(Path), Path);
        if (!ShouldProcess(path, "Make a protection key"))
            return;
        ProtectionKey.Create(path, Force);
        WriteObject(new FileInfo(path));
    }
}
