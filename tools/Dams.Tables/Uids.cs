using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Numerics;

namespace Dams.Tables;

internal static class Uids
{
    /// <summary>The order of UIDs by the numbers between their dots.</summary>
    public static IComparer<string> Order { get; } = Comparer<string>.Create(Compare);

    private static int Compare(string one, string other)
    {
        var (left, right) = (one.Split('.'), other.Split('.'));
        var first = left.Zip(right, (a, b) => Number(a).CompareTo(Number(b))).FirstOrDefault(order => order != 0);
        return first != 0 ? first : left.Length.CompareTo(right.Length);
    }

    private static BigInteger Number(string digits) => BigInteger.Parse(digits, CultureInfo.InvariantCulture);
}
