using System.Management.Automation;
using Dams.Commands;
using Dams.Network.Nodes;

namespace Dams.Network.Commands;

/// <summary>A cmdlet that speaks to a node.</summary>
public abstract class NodeCommand : DamsCommand, INodeParameters
{
    protected const string NodeSet = "Node";

    [Parameter(Mandatory = true, Position = 0, ParameterSetName = NodeSet)]
    [ValidateNotNullOrEmpty]
    public string Node { get; set; } = "";

    [Parameter(ParameterSetName = NodeSet)]
    [ValidateNotNullOrEmpty]
    public string CallingAETitle { get; set; } = ConnectionOptions.DefaultTitle;

    [Parameter]
    [ValidateRange(1, 86_400)]
    public int TimeoutSec { get; set; } = 60;

    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? TrustedCertificate { get; set; }

    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Certificate { get; set; }

    [Parameter]
    public System.Security.SecureString? CertificatePassword { get; set; }

    /// <summary>What the parameters say of the connection; set once the pipeline has begun.</summary>
    internal ConnectionOptions Connection { get; private set; } = null!;

    protected override void Begin() => Connection = NodeParameters.Read(this, Paths);
}
