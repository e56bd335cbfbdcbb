using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;

namespace Dams.Network.Loader;

/// <summary>
/// Where the cmdlets of Dams.Network, fo-dicom and the libraries of Microsoft.Extensions that it brings are loaded: beside, and
/// not among, what other modules bring. Dams and its engine are those that the process has: a series that Dams gave is one here.
/// </summary>
public sealed class NetworkContext : AssemblyLoadContext
{
    private const string Module = "Dams.Network", Engine = "Dams.Engine", Commands = "Dams.Commands";

    private static readonly Lazy<Assembly> Only = new(() => new NetworkContext().LoadModule());

    private readonly string _folder = Path.GetDirectoryName(typeof(NetworkContext).Assembly.Location)!;

    private NetworkContext()
        : base(Module)
    {
    }

    /// <summary>The assembly of the cmdlets: the first call loads it, for all runspaces and all imports to come.</summary>
    public static Assembly Open() => Only.Value;

    /// <summary>Dams comes from where it is; what lies beside this assembly from there; all else from .NET and PowerShell.</summary>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (assemblyName.Name is Engine)
            return Default.LoadFromAssemblyName(assemblyName);
        if (assemblyName.Name is Commands)
            return Default.Assemblies.FirstOrDefault(assembly => assembly.GetName().Name == Commands);
        var path = Path.Join(_folder, $"{assemblyName.Name}.dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }

    // PowerShell finds the types that scripts name among these (about_Classes, "Exporting classes with type accelerators").
    private Assembly LoadModule()
    {
        var module = LoadFromAssemblyName(new AssemblyName(Module));
        var names = Type.GetType("System.Management.Automation.TypeAccelerators, System.Management.Automation", true)!;
        var add = names.GetMethod("Add", [typeof(string), typeof(Type)])!.CreateDelegate<Action<string, Type>>();
        foreach (var type in module.GetExportedTypes().Where(type => type.Namespace == Module))
            add(type.FullName!, type);
        return module;
    }
}
