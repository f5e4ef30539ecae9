// A back office on the npm package ocpp-rpc in strict mode: every frame of either side is checked
// against the official schemas. Driven by lines of JSON on standard input, tells what happens by
// lines of JSON on standard output. Usage: server.js SUBPROTOCOL[,SUBPROTOCOL...]
'use strict';
const readline = require('readline');
const { RPCServer, createValidator, createRPCError } = require('ocpp-rpc');

// The package keys the schemas of 2.1 by other names than those its own validator looks for.
const schemas21 = require('ocpp-rpc/lib/schemas/ocpp2_1.json').map((schema) => ({
  ...schema,
  $id: schema.$id.replace(/Request$/, '.req').replace(/Response$/, '.conf'),
}));

// The package does not know SEND (type 6), which has no answer: it is checked here, by the same schemas.
const unanswered = createValidator('ocpp2.1', schemas21);
const SEND = 6;
const sent = (message) => {
  try {
    const [type, , method, params] = JSON.parse(message);
    return type === SEND ? { method, params } : null;
  } catch {
    return null;
  }
};

const say = (line) => process.stdout.write(JSON.stringify(line) + '\n');
const protocols = process.argv[2].split(',');
const server = new RPCServer({
  protocols,
  strictMode: true,
  strictModeValidators: [createValidator('ocpp2.1', schemas21)],
});

const clients = new Set();
const replies = {
  BootNotification: () => ({ currentTime: new Date().toISOString(), interval: 300, status: 'Accepted' }),
  Heartbeat: () => ({ currentTime: new Date().toISOString() }),
  Authorize: () => ({ idTokenInfo: { status: 'Accepted' } }),
  NotifyEVChargingNeeds: () => ({ status: 'Accepted' }),
  NotifyEVChargingSchedule: () => ({ status: 'Accepted' }),
  OpenPeriodicEventStream: () => ({ status: 'Accepted' }),
  PullDynamicScheduleUpdate: () => ({ status: 'Accepted', scheduleUpdate: { setpoint: -3000 } }),
};
const tag = () => ({ idTagInfo: { status: 'Accepted' } });
let transactions = 40;
const replies16 = {
  BootNotification: replies.BootNotification,
  Heartbeat: replies.Heartbeat,
  Authorize: tag,
  StartTransaction: () => ({ ...tag(), transactionId: ++transactions }),
  StopTransaction: tag,
};
// Answers which the test has prescribed: per action a list, used up one by one.
const scripted = {};

server.auth((accept, reject, handshake) => {
  say({ event: 'handshake', identity: handshake.identity, password: handshake.password ? handshake.password.toString() : null,
    protocols: [...handshake.protocols] });
  accept();
});

server.on('client', (client) => {
  clients.add(client);
  say({ event: 'connected', identity: client.identity, protocol: client.protocol });
  client.on('strictValidationFailure', ({ error, method, params }) =>
    say({ event: 'invalid', method, message: error.message, params }));
  client.on('message', ({ message, outbound }) => {
    const told = outbound ? null : sent(message.toString());
    if (told) {
      try {
        unanswered.validate(`urn:${told.method}`, told.params);
        say({ event: 'send', ...told });
      } catch (error) {
        say({ event: 'invalid', ...told, message: error.message });
      }
    }
  });
  client.on('badMessage', ({ buffer, error }) => sent(buffer.toString()) || say({ event: 'bad', message: String(error && error.message) }));
  client.on('close', () => { clients.delete(client); say({ event: 'closed' }); });
  client.handle(({ method, params }) => {
    const list = scripted[method];
    const answer = list && list.length > 0 ? list.shift() : null;
    say({ event: 'call', method, params });
    if (answer && answer.error) {
      throw createRPCError(answer.error, answer.description || '');
    }
    if (answer && answer.silent) {
      return new Promise(() => {});
    }
    if (answer) {
      return answer.reply;
    }
    const known = client.protocol === 'ocpp1.6' ? replies16 : replies;
    return known[method] ? known[method](params) : {};
  });
});

readline.createInterface({ input: process.stdin }).on('line', async (line) => {
  const command = JSON.parse(line);
  if (command.script) {
    (scripted[command.script] = scripted[command.script] || []).push(command.answer);
    say({ event: 'scripted', number: command.number });
  } else if (command.call) {
    for (const client of clients) {
      try {
        const result = await client.call(command.call, command.payload);
        say({ event: 'result', number: command.number, method: command.call, result });
      } catch (error) {
        say({ event: 'error', number: command.number, method: command.call, code: error.rpcErrorCode || error.name,
          message: error.message });
      }
    }
  } else if (command.raw !== undefined) {
    for (const client of clients) client.sendRaw(command.raw);
  } else if (command.drop) {
    for (const client of clients) client.close({ code: 1001, force: true });
  }
}).on('close', () => process.exit(0));

server.listen(0).then((http) => say({ event: 'listening', port: http.address().port }));
