using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using Dams.Cli;
using Dams.Core;
using Dams.PatientLists;
using Dams.Reporting;

namespace Dams.Tests.Support;

/// <summary>The methods that make the errors and warnings of Dams, called with what stands for what they tell.</summary>
internal static class Makers
{
    /// <summary>What a text that is told is here.</summary>
    public const string Told = "…";

    public const int Number = 4711;

    public static readonly Tag Tag = new(0x00100010);

    /// <summary>Those of every room, of the cmdlets and of the command: the class of their errors is called so.</summary>
    public static MethodInfo[] OfErrors { get; } = Find("Errors", typeof(DamsException));

    public static MethodInfo[] OfWarnings { get; } = Find("Warnings", typeof(RunWarning));

    public static DamsException Error(MethodInfo maker, Exception? inner = null) =>
        (DamsException)Invoke(maker, Number, inner ?? new FileNotFoundException());

    public static RunWarning Warning(MethodInfo maker, int number = Number) => (RunWarning)Invoke(maker, number, new FileNotFoundException());

    private static object Invoke(MethodInfo maker, int number, Exception inner) => maker.Invoke(
        null, [.. maker.GetParameters().Select(parameter => Argument(parameter.ParameterType, number, inner))])!;

    private static object Argument(Type type, int number, Exception inner) =>
        type == typeof(string) ? Told
        : type == typeof(long) ? (long)number
        : type == typeof(int) ? number
        : type == typeof(RowLabel) ? new RowLabel(number, IsFolder: false)
        : type == typeof(bool) ? true
        : type == typeof(Tag) ? Tag
        : type == typeof(Exception) ? inner
        : type == typeof(RetryReason) ? RetryReason.None
        : type == typeof(IEnumerable<string>) ? new[] { Told }
        : throw new NotSupportedException($"Say here how to make a {type}.");

    // SourceErrors translates exceptions.
    private static MethodInfo[] Find(string ending, Type made) => [.. typeof(DamsException).Assembly.GetTypes()
        .Append(typeof(CommandErrors))
        .Append(CmdletErrors)
        .Where(type => type.Name.EndsWith(ending, StringComparison.Ordinal) && type != typeof(SourceErrors))
        .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
        .Where(method => !method.IsPrivate && method.ReturnType == made)];

    // Most other types of the cmdlets cannot be loaded without PowerShell.
    private static Type CmdletErrors => Assembly.LoadFrom(Path.Combine(
        Repository.Root, "src", "Dams", "bin", Path.GetFileName(Path.GetDirectoryName(DamsProcess.Built.Replace($"{Path.DirectorySeparatorChar}net10.0", "")))!,
        "netstandard2.0", "Dams.Commands.dll")).GetType("Dams.Commands.CmdletErrors", throwOnError: true)!;
}
