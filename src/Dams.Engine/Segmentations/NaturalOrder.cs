using System.Collections.Generic;

namespace Dams.Segmentations;

/// <summary>Orders names as people count: <c>slice2</c> before <c>slice10</c>.</summary>
internal sealed class NaturalOrder : IComparer<string>
{
    public static NaturalOrder Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(string? x, string? y)
    {
        var (a, b) = (x ?? "", y ?? "");
        int i = 0, j = 0;
        while (i < a.Length && j < b.Length)
        {
            var order = IsDigit(a[i]) && IsDigit(b[j]) ? CompareNumbers(a, ref i, b, ref j) : a[i++].CompareTo(b[j++]);
            if (order != 0)
                return order;
        }
        var rest = (a.Length - i).CompareTo(b.Length - j);
        return rest != 0 ? rest : string.CompareOrdinal(a, b);
    }

    private static int CompareNumbers(string a, ref int i, string b, ref int j)
    {
        var (first, second) = (TakeDigits(a, ref i), TakeDigits(b, ref j));
        var order = first.Length.CompareTo(second.Length);
        return order != 0 ? order : string.CompareOrdinal(first, second);
    }

    private static string TakeDigits(string text, ref int index)
    {
        var start = index;
        while (index < text.Length && IsDigit(text[index]))
            index++;
        return text.Substring(start, index - start).TrimStart('0');
    }

    private static bool IsDigit(char character) => character is >= '0' and <= '9';
}
