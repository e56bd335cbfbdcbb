using System;
using System.IO;
using System.Linq;
using Xunit;

namespace Dams.Network.Tests.Partners;

/// <summary>A test that speaks with programs of others; it is skipped where one of them is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PartnerFactAttribute : FactAttribute
{
    /// <summary>Stands among the programs for the account that may mount a file system.</summary>
    public const string Root = "root";

    /// <summary>Stands among the programs for the plugin of Orthanc that speaks DICOMweb.</summary>
    public const string DicomWeb = "Orthanc's plugin for DICOMweb";

    public PartnerFactAttribute(params string[] programs)
    {
        var missing = programs.Where(program => !IsThere(program)).ToArray();
        if (missing.Length > 0)
            Skip = $"needs {string.Join(", ", missing)}: apt-get install dcmtk orthanc orthanc-dicomweb";
    }

    private static bool IsThere(string program) => program switch
    {
        Root => Environment.UserName == Root,
        DicomWeb => File.Exists(Orthanc.WebPlugin) && Program.IsThere("Orthanc"),
        _ => Program.IsThere(program),
    };
}
