using System;
using System.IO;
using System.Linq;
using Dams.Tables;

const string Usage = """
    Makes the tables of the engine that come from the standard, or brings the facts that the tests hold them against.

      dotnet run --project tools/Dams.Tables -- tables PS3-FOLDER [FOLDER-TO-WRITE-TO]
      dotnet run --project tools/Dams.Tables -- facts FOLDER-OF-FACTS [FOLDER-TO-WRITE-TO]

    PS3-FOLDER has part03.xml, part04.xml, part06.xml, part07.xml and part15.xml of one edition (DocBook, as published by
    NEMA), and private.dic of DCMTK. Without a folder to write to, the tables of the repository are replaced.
    """;

switch (args)
{
    case ["tables", var from, .. var to] when to.Length < 2 && Directory.Exists(from):
        return MakeTables(new StandardFolder(from), to.FirstOrDefault());
    case ["facts", var from, .. var to] when to.Length < 2 && Directory.Exists(from):
        return CopyFacts(from, to.FirstOrDefault() ?? TableFiles.Facts(TableFiles.Repository()));
    default:
        Console.Error.WriteLine(Usage);
        return 2;
}

static int MakeTables(StandardFolder standard, string? to)
{
    if (to is not null)
        Directory.CreateDirectory(to);
    var left = 0;
    foreach (var table in EngineTable.All)
    {
        try
        {
            var text = table.Text(standard);
            File.WriteAllText(to is null ? TableFiles.Engine(TableFiles.Repository(), table.Name) : Path.Combine(to, table.Name), text);
            Console.WriteLine($"{table.Name}: {text.Count(character => character == '\n')} lines");
        }
        catch (Exception exception) when (exception is FileNotFoundException or InvalidDataException)
        {
            left++;
            Console.Error.WriteLine($"{table.Name}: left as it is. {exception.Message}");
        }
    }
    if (standard.Edition is { } edition && edition != EngineTable.Edition)
        Console.WriteLine($"The parts are of edition {edition}: say so in EngineTable.Edition and docs/data.md.");
    return left == 0 ? 0 : 1;
}

static int CopyFacts(string from, string to)
{
    Directory.CreateDirectory(to);
    foreach (var table in FactTable.All)
        Console.WriteLine($"{table.Name}: {table.Copy(from, to)} rows");
    return 0;
}
