using System;
using System.Management.Automation;
using System.Security;
using Dams.Network.Web;

namespace Dams.Network.Commands;

/// <summary>A cmdlet that speaks to a node or to a DICOMweb service.</summary>
public abstract class ArchiveCommand : NodeCommand, IWebParameters
{
    protected const string UriSet = "Uri";

    [Parameter(Mandatory = true, ParameterSetName = UriSet)]
    [ValidateNotNull]
    public Uri? Uri { get; set; }

    [Parameter(ParameterSetName = UriSet)]
    [Credential]
    public PSCredential? Credential { get; set; }

    [Parameter(ParameterSetName = UriSet)]
    public SecureString? Token { get; set; }

    [Parameter(ParameterSetName = UriSet)]
    public SwitchParameter AllowUnencryptedAuthentication { get; set; }

    /// <summary>What the parameters say of the service; null where a node is meant.</summary>
    internal WebOptions? Web { get; private set; }

    protected override void Begin()
    {
        if (ParameterSetName == UriSet)
            Web = WebParameters.Read(this, Paths);
        else
            base.Begin();
    }
}
