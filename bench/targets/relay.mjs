export default {
	name: 'relay',
	title: 'floor: bare relay, no CRDT, no storage',
	dialect: 'y-websocket',
	url: 'ws://127.0.0.1:{port}/{doc}',
	start: ({ port, dataDir, benchDir, node }) => ({
		cmd: node,
		args: [benchDir + '/peers/relay/server.mjs'],
		env: { PORT: port, DATA_DIR: dataDir },
	}),
};
