#if NETSTANDARD2_0
namespace System.Runtime.CompilerServices;

/// <summary>Lets records be compiled for .NET Standard 2.0.</summary>
public static class IsExternalInit;
#else
using System.Runtime.CompilerServices;

// An assembly compiled against the .NET Standard build finds the type here when it runs with this one.
[assembly: TypeForwardedTo(typeof(IsExternalInit))]
#endif
