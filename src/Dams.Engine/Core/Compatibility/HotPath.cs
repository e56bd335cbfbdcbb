using System.Runtime.CompilerServices;

namespace Dams.Core.Compatibility;

/// <summary>
/// How to compile what every element or byte of a run passes through: fully at once. Half of a run of some seconds would
/// else be over before the run-time finds out which methods deserve it.
/// </summary>
internal static class HotPath
{
#if NETSTANDARD2_0
    public const MethodImplOptions Options = default(MethodImplOptions);
#else
    public const MethodImplOptions Options = MethodImplOptions.AggressiveOptimization;
#endif
}
