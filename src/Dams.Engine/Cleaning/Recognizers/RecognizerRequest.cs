using System.Globalization;
using System.Text;

namespace Dams.Cleaning.Recognizers;

/// <summary>What a recognizer is asked: a line of JSON, {"text": "…"}, in ASCII, so that no console reads it otherwise.</summary>
internal static class RecognizerRequest
{
    public static string Of(string text)
    {
        var request = new StringBuilder("{\"text\":\"", text.Length + 16);
        foreach (var character in text)
        {
            if (character is '"' or '\\')
                request.Append('\\').Append(character);
            else if (character is >= ' ' and < '\x7F')
                request.Append(character);
            else
                request.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture));
        }
        return request.Append("\"}").ToString();
    }
}
