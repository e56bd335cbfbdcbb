@{
    # Pester carries the variables of BeforeAll and BeforeDiscovery into the tests, which this rule does not see.
    ExcludeRules = @('PSUseDeclaredVarsMoreThanAssignments')
}
