// Apollo Server on Fastify around @apollo/gateway, as their documentation puts them together.
import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import Fastify from 'fastify';
import { readFileSync } from 'node:fs';

const [supergraph, port] = process.argv.slice(2);
const app = Fastify();
const server = new ApolloServer({ gateway: new ApolloGateway({ supergraphSdl: readFileSync(supergraph, 'utf8') }), plugins: [fastifyApolloDrainPlugin(app)] });
await server.start();
await app.register(fastifyApollo(server));
await app.listen({ port: Number(port), host: '127.0.0.1' });
process.on('SIGTERM', () => process.exit());
