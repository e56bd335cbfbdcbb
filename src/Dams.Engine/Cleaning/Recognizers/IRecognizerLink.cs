using System;

namespace Dams.Cleaning.Recognizers;

/// <summary>The way to a recognizer and back.</summary>
internal interface IRecognizerLink : IDisposable
{
    /// <summary>The answer to a request.</summary>
    /// <param name="request">A line of JSON without its end, in ASCII.</param>
    /// <exception cref="DamsException">There is none.</exception>
    string Ask(string request);
}
