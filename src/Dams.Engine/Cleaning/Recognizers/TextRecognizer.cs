using System;
using System.Collections.Generic;
using System.IO;
using Dams.Cleaning;
using Dams.Cleaning.Recognizers;

namespace Dams;

/// <summary>
/// A program or a service of the user's own on this machine that says where a text identifies, beside what Dams finds itself.
/// It is given each text that is cleaned as a whole, a short one once for each worker and patient, and nothing else.
/// </summary>
/// <remarks>Safe for use by several threads, which wait for each other where it is a program.</remarks>
public sealed class TextRecognizer : IDisposable
{
    // A model on a slow machine needs seconds for a long report.
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(30);

    private readonly IRecognizerLink _link;

    private TextRecognizer(IRecognizerLink link) => _link = link;

    /// <summary>Takes in where the recognizer is. A program is started with the first text.</summary>
    /// <param name="programOrAddress">The path of a program that takes no arguments, or an address (http, https) of a service on this machine.</param>
    /// <exception cref="DamsException">There is no such program, or the address is not one of this machine.</exception>
    public static TextRecognizer Open(string programOrAddress) => Open(programOrAddress, TimeLimit);

    /// <summary>The same with another time for one text.</summary>
    internal static TextRecognizer Open(string programOrAddress, TimeSpan limit)
    {
        if (!programOrAddress.Contains("://"))
            return new(new ProcessLink(File.Exists(programOrAddress) ? Path.GetFullPath(programOrAddress) : throw RecognizerErrors.RecognizerNotFound(), limit));
        return LocalAddress.TryParse(programOrAddress) is { } address ? new(new ServiceLink(address, limit)) : throw RecognizerErrors.RecognizerNotLocal();
    }

    /// <summary>The parts of a text that identify.</summary>
    /// <exception cref="DamsException">It gives no answer, or none that can be used: the text must not stay.</exception>
    internal IReadOnlyList<Finding> Find(string text) =>
        _link.Ask(RecognizerRequest.Of(text), answer => RecognizerAnswer.Read(answer, text));

    /// <summary>Ends the program.</summary>
    public void Dispose() => _link.Dispose();
}
