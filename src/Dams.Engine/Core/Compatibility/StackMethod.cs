using System.Diagnostics;

namespace Dams.Core.Compatibility;

/// <summary>The method of a frame of the stack. A native file keeps its name alone, which .NET Framework does not offer without the rest.</summary>
internal static class StackMethod
{
    /// <summary>The full name of the type and the name of the method; null where they are not known.</summary>
    public static string? NameOf(StackFrame frame)
    {
#if NETSTANDARD2_0
        return frame.GetMethod() is { DeclaringType: { } type } method ? $"{type.FullName}.{method.Name}" : null;
#else
        return DiagnosticMethodInfo.Create(frame) is { DeclaringTypeName: { } type } method ? $"{type}.{method.Name}" : null;
#endif
    }
}
