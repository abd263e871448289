/** The files of a project that verifies from the first minute, by path. */

export const FIRST_PROJECT: Readonly<Record<string, string>> = {
  'iamproof.config.jsonc': `{
  // Which files are what; these are the defaults. See \`iamproof schema config\`.
  "scenarios": ["scenarios/**/*.scenario.{yaml,yml,json}"],
  "exclude": ["node_modules/**"]
}
`,
  'policies/identity/report-reader.json': `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "ReadReports",
      "Effect": "Allow",
      "Action": "s3:GetObject",
      "Resource": "arn:aws:s3:::example-reports/*",
      "Condition": {
        "Bool": {
          "aws:SecureTransport": "true"
        }
      }
    }
  ]
}
`,
  'scenarios/example.environment.yaml': `description: One account with one user and one bucket.
accounts:
  "111122223333":
    name: example
    users:
      reader:
        policies: [policies/identity/report-reader.json]
    resources:
      arn:aws:s3:::example-reports: {}
`,
  'scenarios/report-reader.scenario.yaml': `description: The reader reads reports over TLS, and nothing else.
environment: ./example.environment.yaml
scenarios:
  - name: reads a report
    principal: user/reader
    action: s3:GetObject
    resource: arn:aws:s3:::example-reports/2026/november.csv
    expect: allowed
    statement: ReadReports
  - name: not without TLS
    principal: user/reader
    action: s3:GetObject
    resource: arn:aws:s3:::example-reports/2026/november.csv
    from: { tls: false }
    expect: implicitDeny
  - name: changes nothing
    principal: user/reader
    action: [s3:PutObject, s3:DeleteObject]
    resource: arn:aws:s3:::example-reports/2026/november.csv
    expect: implicitDeny
`,
};
