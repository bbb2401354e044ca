export default {
	name: 'hocuspocus',
	title: '@hocuspocus/server 4.7.0 + extension-sqlite 4.7.0',
	dialect: 'hocuspocus',
	url: 'ws://127.0.0.1:{port}/{doc}',
	start: ({ port, dataDir, benchDir, node }) => ({
		cmd: node,
		args: [benchDir + '/peers/hocuspocus/server.mjs'],
		env: { PORT: port, DATA_DIR: dataDir },
	}),
};
