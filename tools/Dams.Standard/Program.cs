using System;
using System.IO;

namespace Dams.Standard;

/// <summary>Brings the facts of the standard that the tests hold the engine against into the test project.</summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        if (arguments is not [var from, var to] || !Directory.Exists(from))
        {
            Console.Error.WriteLine("Usage: dotnet run --project tools/Dams.Standard -- FOLDER-OF-TABLES tests/Dams.Engine.Tests/Standard");
            return 2;
        }
        Directory.CreateDirectory(to);
        foreach (var table in FactTable.All)
            Console.WriteLine($"{table.Name}: {table.Copy(from, to)} rows");
        return 0;
    }
}
