using System;

namespace Dams.Cleaning.Recognizers;

/// <summary>The way to a recognizer and back.</summary>
internal interface IRecognizerLink : IDisposable
{
    /// <summary>What is read of the answer to a request.</summary>
    /// <param name="request">A line of JSON without its end, in ASCII.</param>
    /// <param name="read">Reads the answer; it throws where that is none.</param>
    /// <exception cref="DamsException">There is none, or none that can be read.</exception>
    T Ask<T>(string request, Func<string, T> read);
}
