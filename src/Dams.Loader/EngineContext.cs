using System;
using System.IO;
using System.Reflection;
using System.Runtime.Loader;

namespace Dams.Loader;

/// <summary>
/// Where the engine and the libraries that it brings are loaded in PowerShell 7: beside, and not among, what other modules
/// bring, so that each has the versions it was built with. The cmdlets stay in the default context, as PowerShell loads them,
/// and so does whoever else uses the engine: all find it here.
/// </summary>
public sealed class EngineContext : AssemblyLoadContext
{
    private const string Engine = "Dams.Engine";

    private static readonly Lazy<EngineContext> Only = new(() => new EngineContext());

    private readonly string _folder = Path.GetDirectoryName(typeof(EngineContext).Assembly.Location)!;

    private EngineContext()
        : base("Dams")
    {
        Default.Resolving += (_, name) => name.Name == Engine ? LoadFromAssemblyName(name) : null;
        NameTypes(Default.LoadFromAssemblyName(new AssemblyName(Engine)));
    }

    /// <summary>Makes the engine known to this process: the first call does it, for all runspaces and all imports to come.</summary>
    public static void Open() => _ = Only.Value;

    /// <summary>What lies beside this assembly comes from there; all else from .NET and PowerShell.</summary>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var path = Path.Join(_folder, $"{assemblyName.Name}.dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }

    // PowerShell looks for the types that scripts name in the default context alone, and among these
    // (about_Classes, "Exporting classes with type accelerators").
    private static void NameTypes(Assembly engine)
    {
        var names = Type.GetType("System.Management.Automation.TypeAccelerators, System.Management.Automation", true)!;
        var add = names.GetMethod("Add", [typeof(string), typeof(Type)])!.CreateDelegate<Action<string, Type>>();
        foreach (var type in engine.GetExportedTypes())
            add(type.FullName!, type);
    }
}
