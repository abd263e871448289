/** How services are spoken to: what is called with what, and how answers and refusals are written. */
import { AwsError } from './aws-error.ts';
import { type Parameters, readForm } from './form.ts';
import type { Outcome } from './operation.ts';
import type { Received } from './signature.ts';
import { element } from './xml.ts';

export interface Asked {
  readonly operation: string;
  readonly parameters: Parameters;
}

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Protocol {
  readonly read: (request: Received) => Asked;
  readonly answer: (asked: Asked, outcome: Outcome, requestId: string) => Reply;
  readonly refusal: (error: AwsError, requestId: string) => Reply;
}

/** Forms in, XML out. */
export function queryProtocol(version: string, namespace: string): Protocol {
  return {
    read: ({ headers, body }) => {
      if (!String(headers['content-type']).startsWith('application/x-www-form-urlencoded')) {
        throw new AwsError('InvalidAction', 'The action or operation requested is invalid.');
      }
      const { Action = '', Version, ...parameters } = readForm(body.toString('utf8'));
      if (Version !== version) {
        throw new AwsError(
          'InvalidAction',
          `Could not find operation ${String(Action)} for version ${String(Version)}`,
        );
      }
      return { operation: String(Action), parameters };
    },
    answer: ({ operation }, { result }, RequestId) => {
      const body = `${result ? element(`${operation}Result`, result) : ''}${element('ResponseMetadata', { RequestId })}`;
      return xml(200, `<${operation}Response xmlns="${namespace}">${body}</${operation}Response>`, RequestId);
    },
    refusal: ({ code, message, status }, RequestId) => {
      const Type = status >= 500 ? 'Receiver' : 'Sender';
      const error = element('Error', { Type, Code: code, Message: message }) + element('RequestId', RequestId);
      return xml(status, `<ErrorResponse xmlns="${namespace}">${error}</ErrorResponse>`, RequestId);
    },
  };
}

function xml(status: number, body: string, requestId: string): Reply {
  return {
    status,
    headers: { 'content-type': 'text/xml', 'x-amzn-requestid': requestId },
    body: `<?xml version="1.0" encoding="UTF-8"?>\n${body}`,
  };
}
