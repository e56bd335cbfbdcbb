using System;
using System.Linq;
using Xunit;

namespace Dams.Network.Tests.Partners;

/// <summary>A test that speaks with programs of others; it is skipped where one of them is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PartnerFactAttribute : FactAttribute
{
    /// <summary>Stands among the programs for the account that may mount a file system.</summary>
    public const string Root = "root";

    public PartnerFactAttribute(params string[] programs)
    {
        var missing = programs.Where(program => program == Root ? Environment.UserName != Root : !Program.IsThere(program)).ToArray();
        if (missing.Length > 0)
            Skip = $"needs {string.Join(", ", missing)}: apt-get install dcmtk orthanc";
    }
}
