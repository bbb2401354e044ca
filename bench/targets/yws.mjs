export default {
	name: 'yws',
	title: '@y/websocket-server 0.1.5 + y-leveldb 0.2.0',
	dialect: 'y-websocket',
	url: 'ws://127.0.0.1:{port}/{doc}',
	start: ({ port, dataDir, benchDir, node }) => ({
		cmd: node,
		args: [benchDir + '/peers/y-websocket-server/server.mjs'],
		env: { PORT: port, DATA_DIR: dataDir },
	}),
};
