using System.Collections.Generic;
using System.Linq;

namespace Dams.Cleaning.Recognizers;

/// <summary>Finds what a recognizer of the user's own says that identifies.</summary>
internal sealed class RecognizerDetector(TextRecognizer recognizer) : IDetector
{
    /// <exception cref="DamsException">The recognizer gives no answer that can be used.</exception>
    public IEnumerable<Finding> Find(TokenizedText text) => text.Text.Any(char.IsLetterOrDigit) ? recognizer.Find(text.Text) : [];
}
