using System.Collections.Generic;
using Dams.Benchmarks.Accuracy.Standard;

namespace Dams.Benchmarks.Accuracy.Running;

/// <summary>Dams, and the peers that are installed.</summary>
internal static class Toolbox
{
    public static IEnumerable<ITool> Open(Options options, StandardTables tables, string? python, string work, string programFolder)
    {
        yield return new DamsTool(options.Dams, work);
        if (options.IsDamsAlone)
            yield break;
        if (Command.Find("gdcmanon") is { } gdcm)
            yield return new GdcmTool(gdcm, work);
        if (Command.Find("dcmodify") is { } dcmtk)
            yield return new DcmtkTool(dcmtk, tables);
        if (python is not null)
            yield return new PydicomTool(python, programFolder);
        if (options.FoDicom is { } command)
            yield return new FoDicomTool(command);
    }
}
