using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading;

namespace Dams.Tests.Support;

/// <summary>A share of Samba on an address of this machine's own, and clients that have it mounted. Its server can be killed.</summary>
public sealed class NetworkShare : IDisposable
{
    private const int Port = 445;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(20), LongestLook = TimeSpan.FromMinutes(1);

    private readonly TemporaryFolder _folder = new();
    private readonly IPAddress _address;
    private readonly List<Client> _mounts = [];
    private readonly ManualResetEvent _end = new(initialState: false);
    private readonly Thread _watch;
    private Process? _server;

    /// <summary>A mounted share.</summary>
    private sealed record Client(string Number, string Point, string Root)
    {
        public Process Process { get; set; } = null!;
    }

    public NetworkShare()
    {
        // Its own for each process of tests, since the port is always the same.
        _address = new IPAddress([127, 77, (byte)(Environment.ProcessId >> 8), (byte)Environment.ProcessId]);
        Directory.CreateDirectory(Inside);
        var own = Directory.CreateDirectory(_folder["server"]).FullName;
        File.WriteAllLines(_folder["server.conf"],
        [
            "[global]", "server role = standalone server", $"interfaces = {_address}/8", "bind interfaces only = yes",
            $"smb ports = {Port}", "map to guest = Bad User", "guest account = root", "load printers = no", "disable spoolss = yes",
            .. new[] { "private", "lock", "state", "cache", "pid" }.Select(kind => $"{kind} {(kind == "private" ? "dir" : "directory")} = {own}"),
            $"ncalrpc dir = {own}/ncalrpc", $"log file = {own}/log",
            "[share]", $"path = {Inside}", "guest ok = yes", "read only = no", "force user = root",
        ]);
        Start();
        _watch = new Thread(Watch) { IsBackground = true };
        _watch.Start();
    }

    /// <summary>The folder that is shared, as the server sees it.</summary>
    public string Inside => _folder["shared"];

    /// <summary>Mounts the share for one more client.</summary>
    /// <returns>The path of its root.</returns>
    public string Mount()
    {
        var number = _mounts.Count.ToString(CultureInfo.InvariantCulture);
        var home = _folder[$"home{number}"];
        var point = Directory.CreateDirectory(_folder[$"mount{number}"]).FullName;
        WritePrivate(Path.Combine(home, ".smb", "smb.conf"), "[global]\nclient min protocol = SMB2\n");
        WritePrivate(
            Path.Combine(home, ".smb", "smbnetfs.conf"),
            "smb_query_browsers \"false\"\nstat_workaround_depth 0\ninclude \"smbnetfs.auth\"\ninclude \"smbnetfs.host\"\n");
        WritePrivate(Path.Combine(home, ".smb", "smbnetfs.auth"), "auth \"guest\" \"\"\n");
        WritePrivate(Path.Combine(home, ".smb", "smbnetfs.host"), $"host {_address} visible=true\n");
        var client = new Client(number, point, Path.Combine(point, _address.ToString(), "share"));
        Mount(client);
        lock (_mounts)
            _mounts.Add(client);
        Await(() => Directory.Exists(client.Root), "The share is not mounted.");
        return client.Root;
    }

    /// <summary>Kills the server and what serves its clients, as a machine dies; returns when no client is served.</summary>
    public void Kill()
    {
        // Its children leave its group, and are found before it is gone.
        var all = Descendants(_server!.Id);
        foreach (var process in all)
            Signal("-STOP", process);
        foreach (var process in all.Concat(all.SelectMany(Descendants)).Distinct())
            Signal("-KILL", process);
        _server.WaitForExit();
        _server.Dispose();
        _server = null;
        Await(() => !Answers(), "The server is not gone.");
    }

    /// <summary>Starts the server; returns when it answers.</summary>
    public void Start()
    {
        _server = Process.Start(new ProcessStartInfo(
            "/usr/sbin/smbd", ["-F", "--debug-stdout", "--no-process-group", "-s", _folder["server.conf"]])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _server.OutputDataReceived += (_, _) => { };
        _server.ErrorDataReceived += (_, _) => { };
        _server.BeginOutputReadLine();
        _server.BeginErrorReadLine();
        Await(Answers, "The server does not answer.");
    }

    /// <summary>How much all clients together have told of trouble: it grows when one of them meets it.</summary>
    public long Troubles() => Enumerable.Range(0, _mounts.Count)
        .Select(number => new FileInfo(Log(number.ToString(CultureInfo.InvariantCulture)))).Sum(log => log.Exists ? log.Length : 0);

    public void Dispose()
    {
        _end.Set();
        _watch.Join();
        _end.Dispose();
        foreach (var client in _mounts)
        {
            Shell.Run("fusermount", "-u", "-z", client.Point);
            if (!client.Process.WaitForExit(TimeSpan.FromSeconds(10)))
                client.Process.Kill();
            client.Process.Dispose();
        }
        if (_server is not null)
            Kill();
        _folder.Dispose();
    }

    /// <summary>Waits until something holds.</summary>
    public static void Await(Func<bool> holds, string otherwise)
    {
        if (!SpinWait.SpinUntil(() => Holds(holds), Longest))
            throw new TimeoutException(otherwise);
    }

    private void Mount(Client client)
    {
        var start = new ProcessStartInfo("smbnetfs", [client.Point, "-f", "-o", $"log_file={Log(client.Number)}", "-o", "smbnetfs_debug=2"]);
        start.Environment["HOME"] = _folder[$"home{client.Number}"];
        client.Process = Process.Start(start)!;
    }

    /// <summary>Mounts anew what answers no more, as an administrator would.</summary>
    /// <remarks>
    /// When smbnetfs loses its server, its threads may come to wait for a lock that none of them holds (seen with 0.6.3).
    /// Whoever uses it waits with it, and no signal ends them.
    /// </remarks>
    private void Watch()
    {
        while (!_end.WaitOne(BetweenLooks))
        {
            Client[] clients;
            lock (_mounts)
                clients = [.. _mounts];
            foreach (var client in clients.Where(client => !IsAnswering(client)))
            {
                client.Process.Kill(entireProcessTree: true);
                client.Process.WaitForExit();
                client.Process.Dispose();
                Shell.TryRun("fusermount", "-u", "-z", client.Point);
                Mount(client);
            }
        }
    }

    // Asked by a process of its own, since who asks may wait for ever. What there is to say does not matter.
    private static bool IsAnswering(Client client)
    {
        var asking = Shell.Start("stat", client.Root);
        if (!asking.WaitForExit(LongestLook))
            return false;
        asking.Dispose();
        return true;
    }

    private static bool Holds(Func<bool> holds)
    {
        Thread.Sleep(5);
        return holds();
    }

    private static int[] Descendants(int process)
    {
        var children = Directory.GetDirectories("/proc").Select(Path.GetFileName)
            .Where(name => int.TryParse(name, CultureInfo.InvariantCulture, out _)).Select(name => int.Parse(name!, CultureInfo.InvariantCulture))
            .Where(candidate => ParentOf(candidate) == process).ToArray();
        return [process, .. children.SelectMany(Descendants)];
    }

    private static int ParentOf(int process)
    {
        try
        {
            // Behind the name, which may hold anything, come the state and the parent.
            var text = File.ReadAllText($"/proc/{process}/stat");
            return int.Parse(text[(text.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private static void Signal(string signal, int process)
    {
        using var kill = Shell.Start("kill", signal, process.ToString(CultureInfo.InvariantCulture));
        kill.WaitForExit();
    }

    private static void WritePrivate(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        Shell.Run("chmod", "600", path);
    }

    private string Log(string number) => _folder[$"mount{number}.log"];

    private bool Answers()
    {
        using var client = new TcpClient();
        try
        {
            client.Connect(_address, Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
