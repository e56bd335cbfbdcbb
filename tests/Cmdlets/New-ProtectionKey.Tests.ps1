BeforeAll {
    . "$PSScriptRoot/../Support/TestTools.ps1"
}

Describe 'New-ProtectionKey' {
    It 'makes a file of 32 bytes and gives it' {
        $key = New-ProtectionKey "$TestDrive/one.key"

        $key | Should -BeOfType 'System.IO.FileInfo'
        $key.FullName | Should -Be (Get-Item "$TestDrive/one.key").FullName
        $key.Length | Should -Be 32
    }

    It 'makes another key each time' {
        $null = New-ProtectionKey "$TestDrive/first.key"
        $null = New-ProtectionKey "$TestDrive/second.key"

        (Get-FileHash "$TestDrive/second.key").Hash | Should -Not -Be (Get-FileHash "$TestDrive/first.key").Hash
    }

    It 'lets only the owner read and write it' -Skip:$IsWindows {
        $null = New-ProtectionKey "$TestDrive/mode.key"
        (Get-Item "$TestDrive/mode.key").UnixMode | Should -Be '-rw-------'
    }

    It 'gives access to the owner alone' -Skip:(-not $IsWindows) {
        $rules = (Get-Acl (New-ProtectionKey "$TestDrive/acl.key").FullName).Access
        $rules.IdentityReference.Value | Should -Be ([Security.Principal.WindowsIdentity]::GetCurrent().Name)
    }

    It 'makes the folder' {
        (New-ProtectionKey "$TestDrive/some/where/one.key").Exists | Should -BeTrue
    }

    It 'leaves a key that is there alone' {
        $null = New-ProtectionKey "$TestDrive/kept.key"
        $before = (Get-FileHash "$TestDrive/kept.key").Hash

        { New-ProtectionKey "$TestDrive/kept.key" } | Should -Throw -ErrorId 'KeyExists,Dams.Commands.NewProtectionKeyCommand'
        (Get-FileHash "$TestDrive/kept.key").Hash | Should -Be $before
    }

    It 'replaces it with -Force' {
        $null = New-ProtectionKey "$TestDrive/replaced.key"
        $before = (Get-FileHash "$TestDrive/replaced.key").Hash

        (New-ProtectionKey "$TestDrive/replaced.key" -Force).Length | Should -Be 32
        (Get-FileHash "$TestDrive/replaced.key").Hash | Should -Not -Be $before
    }

    It 'writes nothing with -WhatIf, not even the folder' {
        New-ProtectionKey "$TestDrive/new/one.key" -WhatIf | Should -BeNullOrEmpty
        "$TestDrive/new" | Should -Not -Exist
    }

    It 'takes the path as -<_>' -ForEach 'Path', 'LiteralPath', 'LP', 'FullName' {
        $parameter = @{ $_ = "$TestDrive/$_ [1].key" }
        (New-ProtectionKey @parameter).Name | Should -Be "$_ [1].key"
    }

    It 'takes the path of a row' {
        ([pscustomobject]@{ Path = "$TestDrive/row.key" } | New-ProtectionKey).Name | Should -Be 'row.key'
    }

    It 'takes a path relative to the location of PowerShell' {
        Push-Location $TestDrive
        $key = New-ProtectionKey 'relative.key'
        Pop-Location

        $key.FullName | Should -Be (Get-Item "$TestDrive/relative.key").FullName
    }

    It 'takes a path on a drive of PowerShell' {
        $null = New-PSDrive -Name DamsKeys -PSProvider FileSystem -Root $TestDrive
        $null = New-ProtectionKey 'DamsKeys:/drive.key'
        "$TestDrive/drive.key" | Should -Exist
    }

    It 'tells where it cannot write and leaves nothing' {
        Set-Content "$TestDrive/file" 'no folder'
        { New-ProtectionKey "$TestDrive/file/one.key" } | Should -Throw -ErrorId 'UnwritableKey,Dams.Commands.NewProtectionKeyCommand'
        $null = New-Item -ItemType Directory "$TestDrive/folder"
        { New-ProtectionKey "$TestDrive/folder" -Force } | Should -Throw -ErrorId 'UnwritableKey,Dams.Commands.NewProtectionKeyCommand'

        Find-PartialFile $TestDrive | Should -BeNullOrEmpty
        Get-ChildItem "$TestDrive/folder" -Force | Should -BeNullOrEmpty
    }
}
